package io.brenier.transport.optimizer;

/** How the learning rate goes over a run. */
public enum Schedule {
    /** lr₀ throughout. */
    CONSTANT,
    /** lr₀ ((1 − a) ½ (1 + cos(π p)) + a), a the final fraction. */
    COSINE;

    /** s(p): the rate over lr₀ at a progress of p, from 0 to 1. */
    double factor(double progress, double finalFraction) {
        return switch (this) {
            case CONSTANT -> 1;
            case COSINE -> (1 - finalFraction) * 0.5 * (1 + Math.cos(Math.PI * progress)) + finalFraction;
        };
    }
}

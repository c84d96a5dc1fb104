package io.brenier.transport.optimizer;

/** How the learning rate goes over a run. */
public enum Schedule {
    /** lr₀ throughout. */
    CONSTANT,
    /** lr₀ ((1 − a) ½ (1 + cos(π t/T)) + a), a the final fraction. */
    COSINE
}

package io.brenier.transport.metric;

/**
 * When Sinkhorn's algorithm stops.
 *
 * @param epsilon ε, in the units of the cost |x − y|²
 * @param tolerance of the marginals' error in total variation, Σᵢ |Σⱼ πᵢⱼ − 1/n|
 * @param maxIterations at ε itself, each of them two half steps
 */
public record SinkhornSettings(double epsilon, double tolerance, int maxIterations) {

    public SinkhornSettings {
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon is %s; a positive number is needed".formatted(epsilon));
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance is %s; a positive number is needed".formatted(tolerance));
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException(
                    "%d iterations are allowed; at least 1 is needed".formatted(maxIterations));
        }
    }

    /** Tolerance 10⁻³, at most 2,000 iterations. */
    public static SinkhornSettings of(double epsilon) {
        return new SinkhornSettings(epsilon, 1e-3, 2_000);
    }
}

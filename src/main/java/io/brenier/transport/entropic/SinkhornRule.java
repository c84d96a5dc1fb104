package io.brenier.transport.entropic;

/**
 * What Sinkhorn's algorithm solves, and when it stops.
 *
 * @param epsilon ε, in the units of the cost ½|x − y|²
 * @param tolerance of the marginals' error in total variation, Σᵢ |Σⱼ πᵢⱼ − 1/n| + Σⱼ |Σᵢ πᵢⱼ − 1/m|
 * @param maxIterations at ε itself and with all points, each of them two half steps
 */
public record SinkhornRule(double epsilon, double tolerance, int maxIterations) {

    public SinkhornRule {
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
}

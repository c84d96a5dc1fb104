package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * How an entropic plan between samples is solved for.
 *
 * @param epsilon ε over the standard deviation of the cost ½|x − y|² between the standardised sets
 * @param maxPoints the most points of a side that are used, a draw from the set; the model holds them
 * @param tolerance of the marginals' error in total variation
 * @param maxIterations of each plan
 */
public record SinkhornSpec(double epsilon, int maxPoints, double tolerance, int maxIterations) {

    /** ε = .05 as in OTT, 4,096 points a side, tolerance 10⁻³, 2,000 iterations. */
    public static final SinkhornSpec DEFAULT = new SinkhornSpec(0.05, 4_096, 1e-3, 2_000);

    private static final double LEAST_EPSILON = 1e-4;
    private static final double LEAST_TOLERANCE = 1e-4;
    private static final int MOST_POINTS = 1 << 16;
    private static final int MOST_ITERATIONS = 1_000_000;

    public SinkhornSpec {
        require(epsilon >= LEAST_EPSILON && epsilon <= 10, "epsilon", epsilon, "0.0001 to 10");
        require(maxPoints >= 2 && maxPoints <= MOST_POINTS, "maxPoints", maxPoints, "2 to " + MOST_POINTS);
        require(tolerance >= LEAST_TOLERANCE && tolerance < 1, "tolerance", tolerance, "0.0001 to below 1");
        require(
                maxIterations >= 1 && maxIterations <= MOST_ITERATIONS,
                "maxIterations",
                maxIterations,
                "1 to " + MOST_ITERATIONS);
    }

    private static void require(boolean holds, String member, Number given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%s is given; allowed is %s".formatted(given, allowed));
        }
    }
}

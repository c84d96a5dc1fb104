package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * The map between Gaussian mixtures fitted to both sets: components are matched by an optimal plan for their distances, and each pair has
 * its affine map (Delon and Desolneux 2020).
 *
 * @param components of each side; fewer where a set has too few points
 * @param maxPoints the most points of a side that are fitted to, a draw from the set
 * @param tolerance of the mean log-likelihood's change at which the fit ends
 * @param maxIterations of each fit
 * @param distillation the map is no gradient
 */
public record MixtureSpec(
        int components, int maxPoints, double tolerance, int maxIterations, DistillationSpec distillation)
        implements SolverSpec {

    private static final int MOST_COMPONENTS = 64;
    private static final int MOST_POINTS = 1 << 20;
    private static final int MOST_ITERATIONS = 100_000;

    public MixtureSpec {
        require(components >= 1 && components <= MOST_COMPONENTS, "components", components, "1 to " + MOST_COMPONENTS);
        require(maxPoints >= 2 && maxPoints <= MOST_POINTS, "maxPoints", maxPoints, "2 to " + MOST_POINTS);
        require(tolerance > 0 && tolerance < 1, "tolerance", tolerance, "above 0 and below 1");
        require(
                maxIterations >= 1 && maxIterations <= MOST_ITERATIONS,
                "maxIterations",
                maxIterations,
                "1 to " + MOST_ITERATIONS);
    }

    @Override
    public long steps() {
        return 2L * maxIterations + 2 * distillation.steps();
    }

    private static void require(boolean holds, String member, Number given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%s is given; allowed is %s".formatted(given, allowed));
        }
    }
}

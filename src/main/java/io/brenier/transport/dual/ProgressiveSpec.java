package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Progressive entropic transport (ProgOT, Kassraie et al. 2024): the source walks to the target in stages, each a part of the way along an
 * entropic map with a smaller ε than the stage before.
 *
 * @param sinkhorn how the plans are solved for; its epsilon is the last stage's
 * @param firstEpsilon the first stage's
 * @param stages K; stage k goes 1/(K − k + 1) of what is left of the way
 * @param distillation the map is no gradient
 */
public record ProgressiveSpec(SinkhornSpec sinkhorn, double firstEpsilon, int stages, DistillationSpec distillation)
        implements SolverSpec {

    private static final int MOST_STAGES = 64;
    private static final double MOST_EPSILON = 10;

    public ProgressiveSpec {
        if (!(firstEpsilon >= sinkhorn.epsilon() && firstEpsilon <= MOST_EPSILON)) {
            throw new InvalidSpecException(
                    "firstEpsilon",
                    "%s is given; allowed is epsilon, %s, to 10".formatted(firstEpsilon, sinkhorn.epsilon()));
        }
        if (stages < 2 || stages > MOST_STAGES) {
            throw new InvalidSpecException("stages", "%d is given; allowed is 2 to %d".formatted(stages, MOST_STAGES));
        }
    }

    @Override
    public long steps() {
        return 2L * stages * sinkhorn.maxIterations() + 2 * distillation.steps();
    }
}

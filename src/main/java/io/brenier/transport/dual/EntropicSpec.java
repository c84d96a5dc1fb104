package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.PotentialStart;
import org.jspecify.annotations.Nullable;

/**
 * The entropic map between the samples: a convex potential that is made of the target's points, and one of the source's for the way
 * back.
 *
 * @param sinkhorn how the plan is solved for
 * @param start GAUSSIAN: the source is first moved by the optimal affine map; the two maps together are no gradient, and so are distilled
 * @param debias how much of the blur that entropy makes is taken off, 0 to 1; 0: the plain entropic map, which is the gradient of a
 *     convex potential but pulls the images inward
 * @param distillation null: the potentials are kept as they are
 */
public record EntropicSpec(
        SinkhornSpec sinkhorn,
        PotentialStart start,
        double debias,
        @Nullable DistillationSpec distillation) implements SolverSpec {

    /** Measured: best or nearly so wherever ε suits the number of samples; docs/benchmarks.md. */
    public static final double USUAL_DEBIAS = 0.75;

    public EntropicSpec {
        if (!(debias >= 0 && debias <= 1)) {
            throw new InvalidSpecException("debias", debias + " is given; allowed is 0 to 1");
        }
        if (start == PotentialStart.GAUSSIAN && distillation == null) {
            throw new InvalidSpecException(
                    "distillation",
                    "none is given; an entropic map after an affine one is no gradient of a potential, and has to be distilled into one");
        }
    }

    /** The potentials as they are, debiased as usual. */
    public static EntropicSpec of(SinkhornSpec sinkhorn) {
        return new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, USUAL_DEBIAS, null);
    }

    @Override
    public long steps() {
        return (debias > 0 ? 3L : 1L) * sinkhorn.maxIterations()
                + (distillation == null ? 0 : 2 * distillation.steps());
    }
}

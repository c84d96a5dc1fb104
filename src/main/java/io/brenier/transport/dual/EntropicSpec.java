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
 * @param distillation null: the potentials are kept as they are
 */
public record EntropicSpec(
        SinkhornSpec sinkhorn,
        PotentialStart start,
        @Nullable DistillationSpec distillation) implements SolverSpec {

    public EntropicSpec {
        if (start == PotentialStart.GAUSSIAN && distillation == null) {
            throw new InvalidSpecException(
                    "distillation",
                    "none is given; an entropic map after an affine one is no gradient of a potential, and has to be distilled into one");
        }
    }

    /** The potentials as they are. */
    public static EntropicSpec of(SinkhornSpec sinkhorn) {
        return new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, null);
    }

    @Override
    public long steps() {
        return sinkhorn.maxIterations() + (distillation == null ? 0 : 2 * distillation.steps());
    }
}

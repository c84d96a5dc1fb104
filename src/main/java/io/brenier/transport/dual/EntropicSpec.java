package io.brenier.transport.dual;

/** The entropic map between the samples: a convex potential that is made of the target's points, and one of the source's for the way back. */
public record EntropicSpec(SinkhornSpec sinkhorn) implements SolverSpec {

    @Override
    public long steps() {
        return sinkhorn.maxIterations();
    }
}

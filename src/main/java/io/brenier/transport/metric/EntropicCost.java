package io.brenier.transport.metric;

import io.brenier.transport.entropic.Sinkhorn;
import io.brenier.transport.entropic.SinkhornRule;
import io.brenier.transport.tensor.Points;

/**
 * The entropic transport cost min_π Σ πᵢⱼ c(xᵢ, yⱼ) + ε KL(π | α ⊗ β) between uniformly weighted points for c = |x − y|²: twice that of
 * {@link Sinkhorn}'s cost ½|x − y|² at half the ε.
 */
final class EntropicCost {

    private EntropicCost() {}

    /**
     * How the algorithm ended.
     *
     * @param value the dual value E f + E g of the last potentials
     * @param iterations at the last ε
     * @param marginalError of both marginals, in total variation
     * @param converged whether that is within the tolerance
     */
    record Result(double value, int iterations, double marginalError, boolean converged) {

        /** Of no problem. */
        static final Result NONE = new Result(Double.NaN, 0, Double.NaN, false);

        private static Result of(Sinkhorn.Result halved) {
            return new Result(2 * halved.value(), halved.iterations(), halved.marginalError(), halved.converged());
        }
    }

    static Result between(Points x, Points y, SinkhornSettings settings) {
        return Result.of(Sinkhorn.exact(x, y, rule(settings)));
    }

    static Result ofItself(Points x, SinkhornSettings settings) {
        return Result.of(Sinkhorn.toItself(x, rule(settings)));
    }

    private static SinkhornRule rule(SinkhornSettings settings) {
        return new SinkhornRule(settings.epsilon() / 2, settings.tolerance(), settings.maxIterations());
    }
}

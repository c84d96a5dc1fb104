package io.brenier.transport.dual;

import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.ConjugateSpec;
import io.brenier.transport.conjugate.NoConjugateSpec;
import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.optimizer.OptimizerSpec;

/**
 * The Wasserstein-2 dual with an amortised conjugate: f learns by E_α f + E_β f*, the amortizer learns to guess ∇f*.
 *
 * @param potential f
 * @param side whose potential f is. SOURCE: ∇f is the map and the amortizer the way back. TARGET: the reverse, the map is the amortizer
 * @param amortization the amortizer and how it learns
 * @param conjugate the solver that makes the amortizer's guess exact
 * @param updates in what order both learn
 * @param optimizer of f
 * @param loop how long, and what beside the steps
 */
public record W2DualSpec(
        NetworkSpec potential,
        Side side,
        AmortizationSpec amortization,
        ConjugateSpec conjugate,
        UpdateSpec updates,
        OptimizerSpec optimizer,
        LoopSpec loop)
        implements SolverSpec {

    public W2DualSpec {
        boolean learns = !(amortization.amortizer() instanceof AmortizerSpec.None);
        if (conjugate instanceof NoConjugateSpec && !learns) {
            throw new InvalidSpecException(
                    "conjugate", "there is neither a solver nor an amortizer; at least one of them is needed");
        }
        if (updates.backAndForth() && !(amortization.amortizer() instanceof AmortizerSpec.OfPotential)) {
            throw new InvalidSpecException(
                    "backAndForth",
                    "true is given with an amortizer that is no potential; allowed is false, or two potentials");
        }
        if (updates.order() == UpdateSpec.Order.ALTERNATING && !learns) {
            throw new InvalidSpecException(
                    "updates",
                    "alternating is given, and there is no amortizer to alternate with; allowed is parallel");
        }
    }

    /**
     * The settings of a training that says nothing else, found by experiment: what they give is in docs/rationale.md.
     *
     * @param dimension d of the samples
     * @param smallestCount points of the smaller of the two sets
     */
    public static W2DualSpec defaults(int dimension, int smallestCount) {
        return W2DualDefaults.of(dimension, smallestCount);
    }

    /** The network of both in these settings. */
    public static MlpSpec defaultNetwork(int dimension) {
        return W2DualDefaults.network(dimension);
    }

    @Override
    public long steps() {
        return loop.steps();
    }

    /** These settings for another number of steps. */
    public W2DualSpec withSteps(long steps) {
        return withLoop(loop.withSteps(steps));
    }

    public W2DualSpec withLoop(LoopSpec other) {
        return new W2DualSpec(potential, side, amortization, conjugate, updates, optimizer, other);
    }

    public W2DualSpec withConjugate(ConjugateSpec other) {
        return new W2DualSpec(potential, side, amortization, other, updates, optimizer, loop);
    }

    public W2DualSpec withAmortization(AmortizationSpec other) {
        return new W2DualSpec(potential, side, other, conjugate, updates, optimizer, loop);
    }

    public W2DualSpec withUpdates(UpdateSpec other) {
        return new W2DualSpec(potential, side, amortization, conjugate, other, optimizer, loop);
    }
}

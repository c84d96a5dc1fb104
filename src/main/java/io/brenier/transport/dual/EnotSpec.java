package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.optimizer.OptimizerSpec;

/**
 * Expectile-regularised neural optimal transport (ENOT, Buzun et al. 2024) in correlation form: f and g learn each other's conjugate, in
 * turn in both directions, with ∇f in the place of a conjugate solver, which looks only now and then for what they miss.
 *
 * @param potential f
 * @param conjugate g, near f*
 * @param expectile τ: violations of f(x) + g(y) ≥ ⟨x, y⟩ weigh τ, slack 1 − τ; 1 leaves slack alone
 * @param regularization λ, weight of the violations
 * @param amortizationWeight a, weight of the step of each map towards the other's argmins
 * @param derivative how the amortisation's second derivative is taken
 * @param valleySearchEvery updates of f, every other step, between two searches for valleys of f far from the guesses, in which f is raised then; 0: there are none
 * @param optimizer for both networks, one state each for both roles
 * @param loop how long, and what beside the steps
 */
public record EnotSpec(
        MlpSpec potential,
        MlpSpec conjugate,
        double expectile,
        double regularization,
        double amortizationWeight,
        AmortizationDerivative derivative,
        int valleySearchEvery,
        OptimizerSpec optimizer,
        LoopSpec loop)
        implements SolverSpec {

    /** The usual number of f's updates between two searches for far valleys. */
    public static final int VALLEY_SEARCH_EVERY = 50;

    private static final double MOST = 1e6;

    /** How ∂/∂θ Σ⟨v, ∇f(x)⟩ is computed. */
    public enum AmortizationDerivative {
        /** Forward over reverse, written out. */
        EXACT,
        /** (∂f(x + εv) − ∂f(x − εv)) / 2ε: first order only. */
        CENTRAL_DIFFERENCE
    }

    public EnotSpec {
        require(expectile >= 0.5 && expectile <= 1, "expectile", expectile, "0.5 to 1");
        require(regularization >= 0 && regularization <= MOST, "regularization", regularization, "0 to 1000000");
        require(
                amortizationWeight > 0 && amortizationWeight <= MOST,
                "amortizationWeight",
                amortizationWeight,
                "above 0 and at most 1000000");
        if (valleySearchEvery < 0) {
            throw new InvalidSpecException(
                    "valleySearchEvery", "%d is given; allowed is 0 or more".formatted(valleySearchEvery));
        }
    }

    /**
     * The settings of a training that says nothing else.
     *
     * @param dimension d of the samples
     * @param smallestCount points of the smaller of the two sets
     */
    public static EnotSpec defaults(int dimension, int smallestCount) {
        return EnotDefaults.of(dimension, smallestCount);
    }

    /** The usual weights, derivative and search, with networks of one kind, an optimiser and a loop. */
    public static EnotSpec usual(MlpSpec network, OptimizerSpec optimizer, LoopSpec loop) {
        return new EnotSpec(
                network, network, 1, 0.1, 2, AmortizationDerivative.EXACT, VALLEY_SEARCH_EVERY, optimizer, loop);
    }

    @Override
    public long steps() {
        return loop.steps();
    }

    public EnotSpec withValleySearchEvery(int other) {
        return new EnotSpec(
                potential,
                conjugate,
                expectile,
                regularization,
                amortizationWeight,
                derivative,
                other,
                optimizer,
                loop);
    }

    public EnotSpec withLoop(LoopSpec other) {
        return new EnotSpec(
                potential,
                conjugate,
                expectile,
                regularization,
                amortizationWeight,
                derivative,
                valleySearchEvery,
                optimizer,
                other);
    }

    private static void require(boolean holds, String member, double given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%s is given; allowed is %s".formatted(given, allowed));
        }
    }
}

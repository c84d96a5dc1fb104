package io.brenier.transport.amortization;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/** How far guesses x₀ are off, and where they should move; f is a constant to them. */
public sealed interface GuessLoss permits Regression, Objective, Cycle {

    /**
     * The loss of the given kind.
     *
     * @param f the potential
     * @param guesses x₀, [n, d]
     * @param y where f* is wanted, [n, d]
     * @param argmins x̂ as the conjugate solver found them, [n, d]
     * @throws IllegalArgumentException if the points differ in shape
     */
    static GuessLoss of(AmortizationLoss kind, Potential f, Points guesses, Points y, Points argmins) {
        return switch (kind) {
            case REGRESSION -> Regression.of(guesses, argmins);
            case OBJECTIVE -> Objective.of(f, guesses, y);
            case CYCLE -> Cycle.of(f, guesses, y);
        };
    }

    /** ℓ; 0 for no rows. */
    double loss();

    /** ∂ℓ/∂x₀, [n, d]. */
    Points cotangents();
}

package io.brenier.transport.amortization;

import io.brenier.transport.network.Potential;
import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;

/**
 * The objective loss: ℓ = 1/n Σ_i f(x₀ᵢ) − ⟨x₀ᵢ, yᵢ⟩, what the argmin makes least (Makkuva et al. 2020).
 *
 * @param loss ℓ; it may be negative
 * @param cotangents ∂ℓ/∂x₀ = (∇f(x₀) − y) / n, [n, d]
 */
public record Objective(double loss, Points cotangents) implements GuessLoss {

    /** @throws IllegalArgumentException if f, guesses and y differ in shape */
    public static Objective of(Potential f, Points guesses, Points y) {
        Residuals.requireLike(guesses, y);
        ValuesAndGradients evaluated = f.valuesAndGradients(guesses);
        int rows = Math.max(1, y.rows());
        double sum = 0;
        for (float value : evaluated.values()) {
            sum += value;
        }
        for (int i = 0; i < y.values().length; i++) {
            sum -= (double) guesses.values()[i] * y.values()[i];
        }
        return new Objective(sum / rows, Residuals.scaled(evaluated.gradients(), y, 1.0 / rows));
    }
}

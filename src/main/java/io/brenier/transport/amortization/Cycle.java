package io.brenier.transport.amortization;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/**
 * The cycle loss: ℓ = 1/(n d) Σ_ij (∇f(x₀) − y)²_ij, how far ∇f fails to bring the guesses back (Korotin et al. 2021).
 *
 * @param loss ℓ
 * @param cotangents ∂ℓ/∂x₀ = ∇²f(x₀) r, [n, d]
 * @param residuals r = 2 (∇f(x₀) − y) / (n d), [n, d]: what f itself would go down along
 */
public record Cycle(double loss, Points cotangents, Points residuals) implements GuessLoss {

    /** @throws IllegalArgumentException if f, guesses and y differ in shape */
    public static Cycle of(Potential f, Points guesses, Points y) {
        int entries = Math.max(1, y.values().length);
        Points residuals = Residuals.scaled(f.gradients(guesses), y, 2.0 / entries);
        double squares = 0;
        for (float residual : residuals.values()) {
            squares += (double) residual * residual;
        }
        return new Cycle(squares * entries / 4, f.hessianProducts(guesses, residuals), residuals);
    }
}

package io.brenier.transport.amortization;

import io.brenier.transport.tensor.Points;

/**
 * The regression loss of an amortizer: ℓ = 1/(n d) Σ_ij (x₀ − x̂)²_ij, x₀ its guess and x̂ the argmin that the conjugate solver found,
 * a constant to the amortizer (Amos 2023, "On amortizing convex conjugates for optimal transport").
 *
 * @param loss ℓ; 0 for no rows
 * @param cotangents ∂ℓ/∂x₀ = 2 (x₀ − x̂) / (n d), [n, d]
 */
public record Regression(double loss, Points cotangents) implements GuessLoss {

    /** @throws IllegalArgumentException if guesses and argmins differ in shape */
    public static Regression of(Points guesses, Points argmins) {
        if (guesses.rows() != argmins.rows() || guesses.dimension() != argmins.dimension()) {
            throw new IllegalArgumentException("guesses %s and argmins %s differ in shape".formatted(guesses, argmins));
        }
        float[] guess = guesses.values();
        float[] argmin = argmins.values();
        float[] cotangents = new float[guess.length];
        float factor = 2f / Math.max(1, guess.length);
        double squares = 0;
        for (int i = 0; i < guess.length; i++) {
            float difference = guess[i] - argmin[i];
            squares += (double) difference * difference;
            cotangents[i] = factor * difference;
        }
        return new Regression(
                squares / Math.max(1, guess.length), Points.of(cotangents, guesses.rows(), guesses.dimension()));
    }
}

package io.brenier.transport.conjugate;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Settings of the Adam conjugate solver.
 *
 * @param gtol a row has converged when |∇f(x) − y|_∞ &lt; gtol; in the units of y
 * @param maxIterations at most so many iterations a row
 * @param learningRate length of the first step, in each coordinate
 * @param beta1 decay of the mean of the gradients
 * @param beta2 decay of the mean of their squares
 * @param finalFraction the last step's learning rate over the first's; between them it falls as a cosine
 */
public record AdamConjugateSpec(
        double gtol, int maxIterations, double learningRate, double beta1, double beta2, double finalFraction)
        implements ConjugateSpec {

    /** Amos 2023: 100 iterations from .1 down to 1e-5. */
    public static final AdamConjugateSpec DEFAULT = new AdamConjugateSpec(0.1, 100, 0.1, 0.9, 0.999, 1e-4);

    public AdamConjugateSpec {
        require(gtol > 0 && Double.isFinite(gtol), "gtol", gtol, "a positive number");
        require(maxIterations >= 1, "maxIterations", maxIterations, "at least 1");
        require(learningRate > 0 && learningRate <= 1_000, "learningRate", learningRate, "above 0 and at most 1000");
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "0 to below 1");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "0 to below 1");
        require(finalFraction >= 0 && finalFraction <= 1, "finalFraction", finalFraction, "0 to 1");
    }

    /** The learning rate of iteration k, from 0. */
    double rate(int iteration) {
        double cosine = (1 + Math.cos(Math.PI * iteration / maxIterations)) / 2;
        return learningRate * ((1 - finalFraction) * cosine + finalFraction);
    }

    private static void require(boolean holds, String member, Number given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%s is given; allowed is %s".formatted(given, allowed));
        }
    }
}

package io.brenier.transport.dual.trainer;

import io.brenier.transport.tensor.Points;

/**
 * What one step saw, before it changed the parameters.
 *
 * @param batch its points
 * @param argmins the x̂ of the batch's y
 * @param meanConjugate mean f*(y), standardised
 * @param amortizationLoss mean squared error of the amortizer's guesses, standardised
 * @param unconvergedRows rows that the conjugate solver did not finish
 * @param conjugateIterations its iterations, mean over the rows
 */
record StepReport(
        BatchSampler.Batch batch,
        Points argmins,
        double meanConjugate,
        double amortizationLoss,
        int unconvergedRows,
        double conjugateIterations) {

    /** Far beyond anything that samples of unit variance can give. */
    private static final double RUNAWAY = 1e4;

    /** Whether the figures are finite and not absurd. */
    boolean isSound() {
        return Math.abs(meanConjugate) < RUNAWAY * argmins.dimension() && amortizationLoss < RUNAWAY;
    }
}

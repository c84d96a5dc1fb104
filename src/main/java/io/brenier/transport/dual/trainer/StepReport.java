package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.batch.BatchSampler;

/**
 * What one step saw, before it changed the parameters.
 *
 * @param batch its points
 * @param dual E f + E f* of the batch, standardised; NaN where it was not asked for
 * @param amortizationLoss how far the amortizer's guesses are off, standardised
 * @param lossScale what units that is in
 * @param unconvergedRows rows that the conjugate solver did not finish; 0 where there is none
 * @param conjugateIterations its iterations, mean over the rows; 0 where there is none
 * @param isSound whether the figures are finite and not absurd
 */
record StepReport(
        BatchSampler.Batch batch,
        double dual,
        double amortizationLoss,
        LossScale lossScale,
        int unconvergedRows,
        double conjugateIterations,
        boolean isSound) {

    /** Far beyond anything that samples of unit variance can give. */
    private static final double RUNAWAY = 1e4;

    /** Whether values of a potential, mean over the batch, and a loss are of a size that training can give. */
    static boolean isSound(double meanValue, double loss, int dimension) {
        return Math.abs(meanValue) < RUNAWAY * dimension && Math.abs(loss) < RUNAWAY;
    }
}

package io.brenier.transport.dual;

import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.optimizer.OptimizerSpec;

/**
 * The Wasserstein-2 dual with an amortised conjugate: f learns by E_α f + E_β f*, the amortizer learns to guess ∇f*.
 *
 * @param potential f
 * @param amortizer the map y ↦ M⁻¹(y − b) + mlp(y), trained to ∇f*
 * @param amortizationLoss how the amortizer learns
 * @param conjugate the solver that makes the amortizer's guess exact
 * @param optimizer for both networks
 * @param steps steps in all; 0 evaluates the start
 * @param batchSize points of each side a step
 * @param logEvery steps between two reports
 * @param validateEvery steps between two scores on held-out samples
 * @param checkpointEvery steps between two checkpoints
 * @param averaging decay of the moving average of the weights, which is what is scored and returned; 0: the weights of the last step
 * @param batchNoise noise on the training batches
 */
public record W2DualSpec(
        MlpSpec potential,
        MlpSpec amortizer,
        AmortizationLoss amortizationLoss,
        LbfgsSpec conjugate,
        OptimizerSpec optimizer,
        long steps,
        int batchSize,
        int logEvery,
        int validateEvery,
        int checkpointEvery,
        double averaging,
        BatchNoise batchNoise)
        implements SolverSpec {

    private static final long MAX_STEPS = 100_000_000;
    private static final int MAX_BATCH = 1 << 20;

    public W2DualSpec {
        require(steps >= 0 && steps <= MAX_STEPS, "steps", steps, "0 to " + MAX_STEPS);
        require(batchSize >= 1 && batchSize <= MAX_BATCH, "batchSize", batchSize, "1 to " + MAX_BATCH);
        require(logEvery >= 1, "logEvery", logEvery, "at least 1");
        require(validateEvery >= 1, "validateEvery", validateEvery, "at least 1");
        require(checkpointEvery >= 1, "checkpointEvery", checkpointEvery, "at least 1");
        if (!(averaging >= 0 && averaging < 1)) {
            throw new InvalidSpecException("averaging", averaging + " is given; allowed is 0 to below 1");
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

    /** The part of these settings that any solver's loop has. */
    public LoopSpec loop() {
        return new LoopSpec(steps, 0, batchSize, logEvery, validateEvery, checkpointEvery, averaging, batchNoise);
    }

    /** These settings for another number of steps. */
    public W2DualSpec withSteps(long otherSteps) {
        return new W2DualSpec(
                potential,
                amortizer,
                amortizationLoss,
                conjugate,
                optimizer,
                otherSteps,
                batchSize,
                logEvery,
                validateEvery,
                checkpointEvery,
                averaging,
                batchNoise);
    }

    private static void require(boolean holds, String member, long given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%d is given; allowed is %s".formatted(given, allowed));
        }
    }
}

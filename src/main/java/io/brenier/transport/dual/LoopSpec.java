package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * How long a run goes on and what it does beside its steps.
 *
 * @param steps steps in all, 0 to evaluate the start; with a time budget, the most that are made
 * @param budgetSeconds time that the steps and scores may take over all attempts; 0: the steps alone count. A run with a budget depends on
 *     how fast the machine is, and so is not repeatable to the bit
 * @param batchSize points of each side a step
 * @param logEvery steps between two reports
 * @param validateEvery steps between two scores on held-out samples; 0: sixteen times over the run
 * @param patience of these scores in a row, how many may bring no gain before the run ends; 0: any number
 * @param checkpointEvery steps between two checkpoints
 * @param averaging decay of the moving average of the weights, which is what is scored; 0: the weights themselves
 * @param batchNoise noise on the training batches
 */
public record LoopSpec(
        long steps,
        double budgetSeconds,
        int batchSize,
        int logEvery,
        int validateEvery,
        int patience,
        int checkpointEvery,
        double averaging,
        BatchNoise batchNoise) {

    private static final long MAX_STEPS = 100_000_000;
    private static final double MAX_SECONDS = 366.0 * 24 * 3600;
    private static final int MAX_BATCH = 1 << 20;

    public LoopSpec {
        require(steps >= 0 && steps <= MAX_STEPS, "steps", steps, "0 to " + MAX_STEPS);
        require(batchSize >= 1 && batchSize <= MAX_BATCH, "batchSize", batchSize, "1 to " + MAX_BATCH);
        require(logEvery >= 1, "logEvery", logEvery, "at least 1");
        require(validateEvery >= 0, "validateEvery", validateEvery, "at least 0");
        require(patience >= 0, "patience", patience, "at least 0");
        require(checkpointEvery >= 1, "checkpointEvery", checkpointEvery, "at least 1");
        if (!(budgetSeconds >= 0 && budgetSeconds <= MAX_SECONDS)) {
            throw new InvalidSpecException(
                    "budgetSeconds", budgetSeconds + " is given; allowed is 0 to " + (long) MAX_SECONDS);
        }
        if (!(averaging >= 0 && averaging < 1)) {
            throw new InvalidSpecException("averaging", averaging + " is given; allowed is 0 to below 1");
        }
    }

    /** The same for another number of steps. */
    public LoopSpec withSteps(long other) {
        return new LoopSpec(
                other,
                budgetSeconds,
                batchSize,
                logEvery,
                validateEvery,
                patience,
                checkpointEvery,
                averaging,
                batchNoise);
    }

    /** How much of the run is done, from 0 to 1: by its steps or by its time, whichever is further. */
    public double progress(long step, double seconds) {
        double bySteps = steps == 0 ? 1 : (double) step / steps;
        double byTime = budgetSeconds == 0 ? 0 : seconds / budgetSeconds;
        return Math.min(1, Math.max(bySteps, byTime));
    }

    private static void require(boolean holds, String member, long given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%d is given; allowed is %s".formatted(given, allowed));
        }
    }
}

package io.brenier.training.solver.part;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;

/** Whether a training in steps can be carried out with the samples that there are. */
public final class Steps {

    private static final long MOST_LOGGED = 1_000_000;

    private Steps() {}

    /**
     * @param training points of the smaller set, those held out left aside
     * @throws ProblemException invalid_spec, where a batch is larger
     */
    public static void requireBatch(long steps, int batchSize, long training) {
        if (steps > 0 && batchSize > training) {
            throw ProblemException.at(
                    "/solver/batch_size",
                    ProblemCode.INVALID_SPEC,
                    "batch_size is %d and the smaller set has %d points to train on, those held out left aside; allowed is 1 to %d."
                            .formatted(batchSize, training, training));
        }
    }

    /**
     * @throws ProblemException invalid_spec, where a million reports would not do
     */
    public static void requireFewReports(long steps, int logEvery) {
        if (steps / logEvery > MOST_LOGGED) {
            throw ProblemException.at(
                    "/solver/log_every",
                    ProblemCode.INVALID_SPEC,
                    "%d steps with log_every %d make more than %,d reports; take log_every of at least %d."
                            .formatted(steps, logEvery, MOST_LOGGED, steps / MOST_LOGGED + 1));
        }
    }
}

package io.brenier.transport.dual;

import java.util.Map;

/** Hears of a run and may stop it. Called on the training thread, between steps. */
public interface TrainingListener {

    /** Now and then, at least every {@code logEvery} steps. */
    default void onProgress(long completed, long total) {}

    /**
     * Named figures of a step; every value is finite. Names used: dual_objective, amortization_loss, w2_squared, unconverged_rows,
     * conjugate_iterations, learning_rate, step_seconds, steps_per_second; after a validation: validation_dual, validation_cycle_error.
     */
    default void onMetrics(long step, Map<String, Double> values) {}

    /** Every {@code checkpointEvery} steps, where {@link #checkpointDue} asked for it, and once more when the run is asked to stop. */
    default void onCheckpoint(Checkpoint checkpoint) {}

    /** Something a user should know of: a roll-back, a batch size cut to the samples. */
    default void onWarning(String message) {}

    /** What the solver chose, and why. */
    default void onNote(String message) {}

    /**
     * A map that may serve until the run is done. The run goes on; what it ends with is at least as good.
     *
     * @param potentials the map
     * @param reason what it is, in a sentence
     */
    default void onInterimAnswer(DualPotentials potentials, String reason) {}

    /**
     * Asked after every step; true asks for an {@link #onCheckpoint} now, beside those of {@code checkpointEvery}: by time, say. A checkpoint
     * more or less changes nothing in the run.
     */
    default boolean checkpointDue() {
        return false;
    }

    /** Asked before every step; true ends the run as Interrupted. */
    default boolean shouldStop() {
        return false;
    }
}

package io.brenier.transport.dual;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a run ended. */
public sealed interface TrainingOutcome {

    /**
     * The steps are done.
     *
     * @param potentials the map
     * @param steps steps made, over all attempts
     * @param metrics figures on held-out samples, all finite: validation_dual, w2_squared, …
     * @param notes what a user should know, in sentences
     */
    record Completed(DualPotentials potentials, long steps, Map<String, Double> metrics, java.util.List<String> notes)
            implements TrainingOutcome {}

    /** The listener asked for a stop; the checkpoint continues the run. */
    record Interrupted(Checkpoint checkpoint) implements TrainingOutcome {

        /** Of a run that was stopped before it had made anything, and begins anew; the listener is given the empty checkpoint. */
        public static Interrupted beforeAnyStep(TrainingListener listener) {
            Checkpoint nothing = new Checkpoint(0, new byte[0]);
            listener.onCheckpoint(nothing);
            return new Interrupted(nothing);
        }
    }

    /**
     * A NaN, an Inf or a runaway loss.
     *
     * @param step where
     * @param reason a sentence with the figures
     * @param lastGood the best state before it, if there was any
     */
    record Diverged(long step, String reason, @Nullable Checkpoint lastGood) implements TrainingOutcome {}
}

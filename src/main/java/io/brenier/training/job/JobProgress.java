package io.brenier.training.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param phase what it does; null before its first run
 * @param completed units done
 * @param total units in all
 * @param unit what is counted
 * @param estimatedEndAt when the training will be done at the present pace; null where it cannot be told
 */
public record JobProgress(
        @Nullable Phase phase,
        long completed,
        long total,
        String unit,
        @Nullable Instant estimatedEndAt) {

    public static final String STEPS = "steps";

    public static JobProgress none(long total) {
        return new JobProgress(null, 0, total, STEPS, null);
    }

    public JobProgress in(Phase next) {
        return new JobProgress(next, completed, total, unit, estimatedEndAt);
    }

    JobProgress withoutEstimate() {
        return new JobProgress(phase, completed, total, unit, null);
    }
}

package io.brenier.training.sweep;

import io.brenier.training.job.Job;
import io.brenier.training.job.JobStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares jobs by the dual objective on the held-out samples that they share: the less, the better. What has no such figure, or one that
 * cannot be trusted, comes behind, with the reason; what made no model comes last.
 */
public final class Ranking {

    private static final String DUAL = "validation_dual";
    private static final String UNCONVERGED = "unconverged_rows";

    /** Where f* was not found, its value is too small, and so is the dual: such a map would win for being bad. */
    private static final double MOST_UNCONVERGED = 0.05;

    private Ranking() {}

    /**
     * All jobs, best first.
     *
     * @param heldOut rows that they are scored on
     */
    public static List<RankedJob> of(List<Job> jobs, int heldOut) {
        List<Job> comparable = jobs.stream()
                .filter(job -> reason(job, heldOut) == null)
                .sorted(Comparator.comparingDouble(Ranking::requiredDual))
                .toList();
        List<RankedJob> all = new ArrayList<>();
        for (Job job : comparable) {
            double dual = requiredDual(job);
            all.add(new RankedJob(job, all.size() + 1, dual, dual - requiredDual(comparable.getFirst()), null));
        }
        jobs.stream()
                .filter(job -> reason(job, heldOut) != null)
                .sorted(Comparator.comparingInt(Ranking::group))
                .forEach(job -> all.add(new RankedJob(job, null, dual(job), null, reason(job, heldOut))));
        return all;
    }

    private static int group(Job job) {
        if (job.status() == JobStatus.SUCCEEDED) {
            return 0;
        }
        return job.status().ended() ? 2 : 1;
    }

    private static @Nullable String reason(Job job, int heldOut) {
        if (!job.status().ended()) {
            return "The job is %s.".formatted(job.status().wireName());
        }
        if (job.status() != JobStatus.SUCCEEDED) {
            return job.error() == null
                    ? "The job is %s.".formatted(job.status().wireName())
                    : "The job failed: %s".formatted(job.error().message());
        }
        Double dual = dual(job);
        if (dual == null || !Double.isFinite(dual)) {
            return "The map has no finite dual on the held-out samples.";
        }
        double unconverged = job.metrics().getOrDefault(UNCONVERGED, 0.0);
        return unconverged <= MOST_UNCONVERGED * heldOut
                ? null
                : "The conjugate was not found for %.0f of %d held-out samples, so that the dual may be too low."
                        .formatted(unconverged, heldOut);
    }

    private static @Nullable Double dual(Job job) {
        return job.metrics().get(DUAL);
    }

    private static double requiredDual(Job job) {
        return job.metrics().getOrDefault(DUAL, Double.NaN);
    }
}

package io.brenier.training.sweep.web;

import io.brenier.models.ModelVersionId;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.SweepPlace;
import io.brenier.training.sweep.RankedJob;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in the comparison. */
@Schema(name = "SweepJob", description = "A job of a sweep and its place in the comparison.")
record SweepJob(
        @Schema(description = "From 1; null where the job cannot be compared.", example = "1") @Nullable
        Integer rank,

        UUID job,

        @Schema(
                description =
                        "Which of the sweep's jobs, from 0: settings in the request's order, each with all seeds.")
        int ordinal,

        @Schema(
                description = "What sets it apart: the grid's members and values, or the list's solver.",
                example = "{\"optimizer.learning_rate\": 0.01}")
        Map<String, @Nullable Object> settings,

        @Schema(example = "0") long seed,

        JobStatus status,

        @Schema(
                description = "E f + E f* on the held-out samples, in their units: the less, the better.",
                example = "12.4")
        @Nullable
        Double validationDual,

        @Schema(
                description = "How far that is above the best job's; half of what W2² by the two differs by.",
                example = "0.0")
        @Nullable
        Double behindBest,

        @Schema(description = "Why it has no rank; null where it has one.", example = "The job is queued.") @Nullable
        String reason,

        @Schema(
                description = "The figures that tell most; the job has all of them. Explained in docs/metrics.md.",
                example = "{\"w2_squared_dual\": 4.0, \"sinkhorn_divergence_forward\": 0.03}")
        Map<String, Double> metrics,

        @Schema(description = "The version that the job made; null where it has made none.") @Nullable
        SweepVersion model) {

    private static final List<String> TELLING = List.of(
            "validation_dual_gain_gaussian",
            "validation_dual_gain_gaussian_low",
            "validation_dual_gain_gaussian_high",
            "w2_squared_dual",
            "w2_squared_dual_low",
            "w2_squared_dual_high",
            "w2_squared_primal",
            "sinkhorn_divergence_forward",
            "sinkhorn_divergence_forward_floor",
            "sinkhorn_divergence_inverse",
            "sinkhorn_divergence_inverse_floor",
            "cycle_error_source",
            "unconverged_rows");

    static SweepJob of(RankedJob ranked) {
        Job job = ranked.job();
        SweepPlace place = Objects.requireNonNull(job.plan().sweep());
        Map<String, Double> telling = new TreeMap<>(job.metrics());
        telling.keySet().retainAll(TELLING);
        return new SweepJob(
                ranked.rank(),
                job.id(),
                place.ordinal(),
                place.settings(),
                job.plan().seed(),
                job.status(),
                ranked.dual(),
                ranked.behindBest(),
                ranked.reason(),
                telling,
                SweepVersion.ofNullable(job.model()));
    }

    /** A model version. */
    @Schema(name = "SweepVersion", description = "A version of a model.")
    record SweepVersion(
            @Schema(example = "colours") String name,
            @Schema(example = "1") int version) {

        static @Nullable SweepVersion ofNullable(@Nullable ModelVersionId id) {
            return id == null ? null : new SweepVersion(id.name(), id.version());
        }
    }
}

package io.brenier.training.sweep.web;

import io.brenier.training.request.NewTrainingJob.Registration;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sweep as clients see it. */
@Schema(
        name = "Sweep",
        description = "A group of jobs over several settings and seeds of one problem, and how they compare.")
record SweepView(
        @Schema(example = "0199f5a0-0000-7000-8000-000000000009")
        UUID id,

        @Schema(description = "ended once all jobs have ended and the alias stands where it should.")
        SweepStatus status,

        @Schema(description = "How many jobs it made.", example = "8")
        int size,

        SweepCounts counts,

        @Schema(description = "What was asked for.") NewSweep request,

        @Schema(description = "Seed of the held-out split that all jobs share.", example = "0")
        long splitSeed,

        @Schema(description = "Rows of the smaller side that all jobs are scored on.", example = "500")
        int heldOutRows,

        @Schema(description = "Whose versions the results become; the alias is null where none is moved.")
        Registration registerAs,

        @Schema(
                description =
                        "The version that the alias went to; null before the end, and where there was none to choose.")
        @Nullable
        Promoted promoted,

        @Schema(
                description =
                        "Its jobs, best first: by the dual on the held-out samples, which is the same samples for all. What cannot be compared comes"
                                + " behind, with the reason. Null in lists and in the answer to the request that made the sweep.")
        @Nullable
        List<SweepJob> jobs,

        @Schema(example = "{\"run\": \"first\"}") Map<String, String> metadata,

        Instant createdAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant endedAt) {

    /** The version that the alias went to. */
    @Schema(name = "SweepPromotion", description = "The version that the alias went to.")
    record Promoted(
            UUID job,
            @Schema(example = "colours") String model,
            @Schema(example = "1") int version) {}
}

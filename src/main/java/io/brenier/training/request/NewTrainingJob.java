package io.brenier.training.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.brenier.samples.measure.MeasureJson;
import io.brenier.training.job.Device;
import io.brenier.training.solver.json.SolverJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a new job. */
@Schema(
        name = "NewTrainingJob",
        description =
                "What is to be learned. Source and target are each the id of a sample set, or a measure to draw samples from; everything"
                        + " else has a default.")
public record NewTrainingJob(
        @Schema(
                description = "Id of the sample set to map from.",
                format = "uuid",
                example = "0199f5a0-0000-7000-8000-000000000001")
        @Nullable
        String source,

        @Schema(
                description = "Id of the sample set to map to.",
                format = "uuid",
                example = "0199f5a0-0000-7000-8000-000000000002")
        @Nullable
        String target,

        @Schema(description = "In the place of source: a measure to draw its samples from.") @Nullable
        MeasureJson sourceMeasure,

        @Schema(description = "In the place of target: a measure to draw its samples from.") @Nullable
        MeasureJson targetMeasure,

        @Schema(
                description = "Held-out samples of the source's kind; by default some of the source are held out.",
                format = "uuid")
        @Nullable
        String validationSource,

        @Schema(
                description = "Held-out samples of the target's kind; by default some of the target are held out.",
                format = "uuid")
        @Nullable
        String validationTarget,

        @Schema(description = "In the place of validation_source: a measure to draw it from.") @Nullable
        MeasureJson validationSourceMeasure,

        @Schema(description = "In the place of validation_target: a measure to draw it from.") @Nullable
        MeasureJson validationTargetMeasure,

        @Nullable SolverJson solver,

        @Schema(description = "Every random draw follows from it.", defaultValue = "0", example = "0") @Nullable
        Long seed,

        @Nullable Limits limits,

        @Nullable Registration registerAs,

        @Schema(
                description = "The client's own words: at most 16 pairs, keys up to 64 characters, values up to 512.",
                example = "{\"run\": \"first\"}")
        @Nullable
        Map<String, @Nullable String> metadata) {

    /** What the job may use. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrainingLimits", description = "What the job may use.")
    public record Limits(
            @Schema(
                    description =
                            "Running time over all attempts after which the job expires; by default there is no limit.",
                    minimum = "1",
                    maximum = "31536000",
                    example = "3600")
            @Nullable
            Long maxRuntimeSeconds,

            @Schema(
                    description =
                            "What the job is trained on. Where no worker has it, the job waits until one does; by default any worker takes it.",
                    defaultValue = "any",
                    example = "any")
            @Nullable
            Device device) {}

    /** Where the result goes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Registration", description = "Which model the result becomes a version of.")
    public record Registration(
            @Schema(
                    description = "The model, made where there is none; by default job-<id of the job>.",
                    example = "colours")
            @Nullable
            String model,

            @Schema(
                    description = "Moved to the new version; by default latest.",
                    defaultValue = "latest",
                    example = "latest")
            @Nullable
            String alias) {}
}

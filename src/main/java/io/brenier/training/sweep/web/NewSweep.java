package io.brenier.training.sweep.web;

import io.brenier.samples.measure.MeasureJson;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.solver.json.SolverJson;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a new sweep. */
@Schema(
        name = "NewSweep",
        description =
                "One problem, as a training job has it, and the settings and seeds to try on it: a grid over base, or a list of solvers, each with each"
                        + " of the seeds.")
record NewSweep(
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

        @Schema(description = "In the place of source: a measure to draw its samples from, once for all jobs.")
        @Nullable
        MeasureJson sourceMeasure,

        @Schema(description = "In the place of target: a measure to draw its samples from, once for all jobs.")
        @Nullable
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

        @Schema(description = "The solver that the grid changes; without a grid, the only one.") @Nullable
        SolverJson base,

        @Schema(
                description =
                        "Members of the solver, by their path with dots, and the values to try; every combination of them is. A null is the"
                                + " member's default.",
                example = "{\"optimizer.learning_rate\": [0.003, 0.01], \"potential.hidden\": [[64, 64], [128, 128]]}")
        @Nullable
        Map<String, @Nullable List<@Nullable Object>> grid,

        @Schema(description = "In the place of base and grid: the solvers to try.") @Nullable
        List<@Nullable SolverJson> list,

        @ArraySchema(
                arraySchema = @Schema(description = "Each setting is tried with each of them.", example = "[0, 1]"),
                schema = @Schema(type = "integer", format = "int64"))
        @Nullable
        List<@Nullable Long> seeds,

        @Schema(
                description =
                        "Seed of what the jobs share: the split into training and held-out samples, and the samples of measures. By default the first of seeds.",
                example = "0")
        @Nullable
        Long splitSeed,

        @Schema(description = "What each of the jobs may use.")
        NewTrainingJob.@Nullable Limits limits,

        @Schema(
                description =
                        "The results become versions of this model, by default sweep-<id of the sweep>; the alias goes to the best of them.")
        NewTrainingJob.@Nullable Registration registerAs,

        @Schema(
                description =
                        "Whether register_as.alias, by default latest, goes to the best version once all jobs have ended and if nobody cancelled the sweep.",
                defaultValue = "true",
                example = "true")
        @Nullable
        Boolean promote,

        @Schema(
                description =
                        "The client's own words, on the sweep and each of its jobs: at most 16 pairs, keys up to 64 characters, values up to 512.",
                example = "{\"run\": \"first\"}")
        @Nullable
        Map<String, @Nullable String> metadata) {

    /** The job that this sweep is made of many of. */
    NewTrainingJob job(@Nullable SolverJson solver, String model) {
        String alias = registerAs == null ? null : registerAs.alias();
        return new NewTrainingJob(
                source,
                target,
                sourceMeasure,
                targetMeasure,
                validationSource,
                validationTarget,
                validationSourceMeasure,
                validationTargetMeasure,
                solver,
                null,
                limits,
                new NewTrainingJob.Registration(model, alias),
                metadata);
    }
}

package io.brenier.training.web;

import io.brenier.samples.measure.MeasureJson;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.request.NewTrainingJob.Limits;
import io.brenier.training.request.NewTrainingJob.Registration;
import io.brenier.training.request.Outline;
import io.brenier.training.request.Side;
import io.brenier.training.solver.SolverSpecs;
import io.brenier.training.solver.json.SolverJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a job would do. */
@Schema(
        name = "ValidatedTrainingJob",
        description = "What the job would do, every default filled in; nothing was made.")
record ValidatedTrainingJob(
        @Schema(description = "Null where the samples would be drawn.") @Nullable
        UUID source,

        @Schema(description = "Null where the samples would be drawn.") @Nullable
        UUID target,

        @Nullable UUID validationSource,
        @Nullable UUID validationTarget,

        @Schema(description = "What the source would be drawn from; null where it is a sample set.") @Nullable
        MeasureJson sourceMeasure,

        @Schema(description = "What the target would be drawn from; null where it is a sample set.") @Nullable
        MeasureJson targetMeasure,

        @Nullable MeasureJson validationSourceMeasure,
        @Nullable MeasureJson validationTargetMeasure,
        @Schema(description = "d of R^d", example = "3") int dimension,
        SolverJson solver,
        @Schema(example = "0") long seed,
        Limits limits,

        @Schema(description = "The model is left away where the job's id would name it.")
        Registration registerAs,

        @Schema(example = "{\"run\": \"first\"}") Map<String, String> metadata) {

    static ValidatedTrainingJob of(Outline plan, NewTrainingJob asked) {
        boolean named = asked.registerAs() != null && asked.registerAs().model() != null;
        return new ValidatedTrainingJob(
                plan.source().id(),
                plan.target().id(),
                id(plan.validationSource()),
                id(plan.validationTarget()),
                plan.source().measure(),
                plan.target().measure(),
                measure(plan.validationSource()),
                measure(plan.validationTarget()),
                plan.dimension(),
                SolverSpecs.json(plan.solver()),
                plan.seed(),
                new Limits(plan.maxRuntimeSeconds(), plan.device()),
                new Registration(named ? plan.model() : null, plan.alias()),
                plan.metadata());
    }

    private static @Nullable UUID id(@Nullable Side side) {
        return side == null ? null : side.id();
    }

    private static @Nullable MeasureJson measure(@Nullable Side side) {
        return side == null ? null : side.measure();
    }
}

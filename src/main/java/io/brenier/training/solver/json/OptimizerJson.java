package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The optimiser. */
@Schema(name = "Optimizer", description = "The optimiser of both networks, one state for each.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OptimizerJson(
        @Schema(
                allowableValues = {"sgd", "adam", "adamw", "soap", "muon"},
                example = "soap")
        @Nullable
        String type,

        @Schema(minimum = "0", exclusiveMinimum = true, maximum = "10", example = "0.01") @Nullable
        Double learningRate,

        @ArraySchema(
                minItems = 2,
                maxItems = 2,
                arraySchema =
                        @Schema(
                                description = "Decays of the first and second moment; 'sgd' takes none.",
                                example = "[0.9, 0.95]"),
                schema = @Schema(minimum = "0", maximum = "1", exclusiveMaximum = true))
        @Nullable
        List<Double> betas,

        @Schema(
                description = "Decoupled decay of the weights, times the rate; with 'adamw', 'soap' and 'muon'.",
                minimum = "0",
                maximum = "10",
                example = "0.0")
        @Nullable
        Double weightDecay,

        @Schema(description = "Steps over which the rate rises.", minimum = "0", example = "100") @Nullable
        Integer warmUp,

        @Schema(
                allowableValues = {"constant", "cosine"},
                example = "cosine")
        @Nullable
        String schedule,

        @Schema(
                description = "The last rate over the first; 1 with a constant schedule.",
                minimum = "0",
                maximum = "1",
                example = "0.001")
        @Nullable
        Double finalFraction,

        @Schema(
                description = "Largest norm of a network's gradient; a longer one is shortened to it. 0: any.",
                minimum = "0",
                example = "0.0")
        @Nullable
        Double clipNorm) {}

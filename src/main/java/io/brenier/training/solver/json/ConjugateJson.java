package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conjugate solver. */
@Schema(name = "ConjugateSolver", description = "The solver of the conjugate, each row for itself.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConjugateJson(
        @Schema(
                description =
                        "'lbfgs': L-BFGS, which takes max_line_search and memory. 'adam': Adam, which takes learning_rate, betas and"
                                + " final_fraction. 'none': the amortizer's guess as it is.",
                allowableValues = {"lbfgs", "adam", "none"},
                example = "lbfgs")
        @Nullable
        String type,

        @Schema(
                description = "A row has converged when the gradient's largest component is below.",
                minimum = "0",
                exclusiveMinimum = true,
                example = "0.1")
        @Nullable
        Double gtol,

        @Schema(minimum = "1", example = "30") @Nullable Integer maxIterations,
        @Schema(minimum = "1", example = "10") @Nullable Integer maxLineSearch,
        @Schema(minimum = "1", example = "10") @Nullable Integer memory,

        @Schema(
                description = "With 'adam': the length of the first step in each coordinate.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000",
                example = "0.1")
        @Nullable
        Double learningRate,

        @ArraySchema(
                minItems = 2,
                maxItems = 2,
                arraySchema =
                        @Schema(
                                description = "With 'adam': decays of the first and second moment.",
                                example = "[0.9, 0.999]"),
                schema = @Schema(minimum = "0", maximum = "1", exclusiveMaximum = true))
        @Nullable
        List<Double> betas,

        @Schema(
                description = "With 'adam': the last iteration's rate over the first's.",
                minimum = "0",
                maximum = "1",
                example = "0.0001")
        @Nullable
        Double finalFraction) {}

package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The conjugate solver. */
@Schema(name = "ConjugateSolver", description = "L-BFGS for the conjugate, each row for itself.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConjugateJson(
        @Schema(
                allowableValues = {"lbfgs"},
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
        @Schema(minimum = "1", example = "10") @Nullable Integer memory) {}

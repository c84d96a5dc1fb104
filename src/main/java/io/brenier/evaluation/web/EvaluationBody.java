package io.brenier.evaluation.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON body of an evaluation, for the OpenAPI document; it is read row by row instead. */
@Schema(
        name = "Evaluation",
        description = "Points, and how their conjugates are to be found. The same options may stand in the query.")
public record EvaluationBody(
        @Schema(
                description = "The points, one a row.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "[[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]]")
        Points points,

        @Schema(
                description = "amortized: the network's guess; refined: solved from there, row by row.",
                allowableValues = {"amortized", "refined"},
                defaultValue = "amortized")
        @Nullable
        String conjugate,

        @Schema(
                description =
                        "Refined only: a row has converged when no component of ∇f(x) − y exceeds this, in the units of the target's coordinates.",
                minimum = "1e-8",
                maximum = "1e8",
                defaultValue = "0.001")
        @Nullable
        Double tolerance,

        @JsonProperty("max_iterations")
        @Schema(
                description = "Refined only: most iterations of a row.",
                minimum = "1",
                maximum = "1000",
                defaultValue = "" + LbfgsSpec.REFINED_ITERATIONS)
        @Nullable
        Integer maxIterations,

        @JsonProperty("require_converged")
        @Schema(
                description =
                        "Refined only: refuse the whole answer, with conjugate_not_converged, if any row did not converge.",
                defaultValue = "false")
        @Nullable
        Boolean requireConverged) {}

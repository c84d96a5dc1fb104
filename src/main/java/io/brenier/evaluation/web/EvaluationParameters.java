package io.brenier.evaluation.web;

import io.brenier.transport.conjugate.LbfgsSpec;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.BindParam;

/** What every evaluation takes in its query. */
@ParameterObject
public record EvaluationParameters(
        @Parameter(
                description = "forward (default): by ∇f, from source to target; inverse: by ∇f*, back.",
                schema =
                        @Schema(
                                allowableValues = {"forward", "inverse"},
                                defaultValue = "forward"))
        @Nullable
        String direction,

        @Parameter(
                description =
                        "Number of the version; without it and alias: the version under the alias 'latest', or the newest where there is no such alias.")
        @Nullable
        Integer version,

        @Parameter(description = "Alias of the version, instead of its number.") @Nullable
        String alias,

        @Parameter(
                description =
                        "amortized: the network's guess of ∇f*; refined: solved from there, row by row. The default is amortized where the answer"
                                + " says no other. Forward needs neither and is the same with both.",
                schema = @Schema(allowableValues = {"amortized", "refined"}))
        @Nullable
        String conjugate,

        @Parameter(
                description =
                        "Refined only: a row has converged when no component of ∇f(x) − y exceeds this part of the target's spread, the root of its mean variance. Default 0.001.")
        @Nullable
        Double tolerance,

        @Parameter(
                name = "max_iterations",
                description = "Refined only: most iterations of a row. Default " + LbfgsSpec.REFINED_ITERATIONS + ".")
        @BindParam("max_iterations")
        @Nullable
        Integer maxIterations,

        @Parameter(
                name = "require_converged",
                description =
                        "Refined only: refuse the whole answer, with conjugate_not_converged, if any row did not converge.")
        @BindParam("require_converged")
        @Nullable
        Boolean requireConverged) {

    /** How f* is to be found. */
    public EvaluationOptions options() {
        return new EvaluationOptions(conjugate, tolerance, maxIterations, requireConverged);
    }
}

package io.brenier.evaluation.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON body of a density, for the OpenAPI document; it is read row by row instead. */
@Schema(name = "Density", description = "Points, and the measure whose density after the map is wanted at them.")
record DensityBody(
        @Schema(
                description = "The points, one a row.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "[[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]]")
        Points points,

        @Nullable BaseJson base,

        @Schema(description = "Preimages are always refined.", allowableValues = "refined", defaultValue = "refined")
        @Nullable
        String conjugate,

        @Schema(
                description =
                        "A row has converged when no component of ∇f(x) − y exceeds this part of the target's spread, the root of its mean variance.",
                minimum = "1e-8",
                maximum = "1e8",
                defaultValue = "0.001")
        @Nullable
        Double tolerance,

        @JsonProperty("max_iterations")
        @Schema(
                description = "Most iterations of a row.",
                minimum = "1",
                maximum = "1000",
                defaultValue = "" + LbfgsSpec.REFINED_ITERATIONS)
        @Nullable
        Integer maxIterations,

        @JsonProperty("require_converged")
        @Schema(
                description = "Refuse the whole answer, with conjugate_not_converged, if any row did not converge.",
                defaultValue = "false")
        @Nullable
        Boolean requireConverged,

        @JsonProperty("log_det")
        @Schema(
                description =
                        "exact: by the whole Hessian; stochastic: by Lanczos quadrature. By default exact up to 128 dimensions.",
                allowableValues = {"exact", "stochastic"})
        @Nullable
        String logDet,

        @Schema(description = "Stochastic only: probes a row.", minimum = "2", maximum = "256", defaultValue = "16")
        @Nullable
        Integer probes,

        @Schema(description = "Stochastic only: seed of the probes.", defaultValue = "0") @Nullable
        Long seed) {}

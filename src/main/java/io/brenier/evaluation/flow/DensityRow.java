package io.brenier.evaluation.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.evaluation.kernel.DensityEvaluation;
import io.brenier.transport.flow.HessianStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How one density came about, as clients see it. */
@Schema(name = "DensityRow", description = "How one density came about.")
record DensityRow(
        @Schema(
                description =
                        "positive_definite: the map can be inverted here. not_positive_definite: f is not strictly convex here as far as floats"
                                + " tell, and there is no density. non_finite: a second derivative is not finite.",
                allowableValues = {"positive_definite", "not_positive_definite", "non_finite"})
        String hessian,

        @JsonProperty("log_det")
        @Schema(
                description = "log det ∇²f at the source's side; null where there is none.",
                types = {"number", "null"},
                example = "-1.38")
        @Nullable
        Double logDet,

        @JsonProperty("standard_error")
        @Schema(
                description = "Of log_det, and so of the density; 0 where it is exact.",
                types = {"number", "null"},
                example = "0.0")
        @Nullable
        Double standardError,

        @Schema(
                description = "How the conjugate solver ended; exact where nothing was to be solved.",
                allowableValues = {
                    "exact",
                    "converged",
                    "stagnated",
                    "iterations_exhausted",
                    "line_search_failed",
                    "strayed",
                    "non_finite"
                })
        String status,

        @Schema(description = "Iterations of the conjugate solver.", example = "7")
        int iterations,

        @Schema(
                description =
                        "Largest component of ∇f(x) − y, in the units of the target's coordinates; null where it is not finite.",
                types = {"number", "null"},
                format = "float",
                example = "0.0004")
        @Nullable
        Float residual) {

    static List<DensityRow> of(DensityEvaluation evaluation) {
        return IntStream.range(0, evaluation.logDensities().length)
                .mapToObj(row -> of(evaluation, row))
                .toList();
    }

    private static DensityRow of(DensityEvaluation evaluation, int row) {
        float residual = evaluation.rows().residuals()[row];
        return new DensityRow(
                wireName(evaluation.hessians()[row]),
                finite(evaluation.logDeterminants()[row]),
                finite(evaluation.standardErrors()[row]),
                evaluation.rows().outcomes()[row].wireName(),
                evaluation.rows().iterations()[row],
                Float.isFinite(residual) ? residual : null);
    }

    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String wireName(HessianStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

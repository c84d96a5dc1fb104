package io.brenier.evaluation.web;

import io.brenier.evaluation.kernel.RowReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What became of one row, as clients see it. */
@Schema(name = "EvaluatedRow", description = "What became of one row of a refined answer.")
public record RowView(
        @Schema(
                description =
                        "exact: nothing was to be solved, which is so for every forward row. converged: within the tolerance."
                                + " stagnated: floats can do no better. iterations_exhausted, line_search_failed, non_finite: the row holds the best point found."
                                + " strayed: the minimum found lies far off, where the potential is nearly flat and has learned nothing; the row holds the amortizer's guess.",
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

    public static @Nullable List<RowView> of(@Nullable RowReport report) {
        return report == null
                ? null
                : IntStream.range(0, report.outcomes().length)
                        .mapToObj(row -> new RowView(
                                report.outcomes()[row].wireName(),
                                report.iterations()[row],
                                Float.isFinite(report.residuals()[row]) ? report.residuals()[row] : null))
                        .toList();
    }
}

package io.brenier.evaluation.flow;

import io.brenier.evaluation.kernel.DensityEvaluation;
import io.brenier.evaluation.web.EvaluationQuery;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log-densities, as clients see them. */
@Schema(name = "DensityAnswer", description = "Log-densities in nats, in the order of the points that were sent.")
record DensityAnswer(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "The version that answered.", example = "1")
        int version,

        @Schema(
                description = "Which way the base went: forward by ∇f, inverse by ∇f*.",
                allowableValues = {"forward", "inverse"})
        String direction,

        @ArraySchema(
                arraySchema = @Schema(description = "One log-density a point; null where there is none."),
                schema =
                        @Schema(
                                types = {"number", "null"},
                                format = "double"))
        List<@Nullable Double> values,

        @Schema(description = "How each came about.") List<DensityRow> rows) {

    static DensityAnswer of(EvaluationQuery query, DensityEvaluation evaluation) {
        return new DensityAnswer(
                query.model().model(),
                query.model().version(),
                query.directionName(),
                logDensities(evaluation),
                DensityRow.of(evaluation));
    }

    private static List<@Nullable Double> logDensities(DensityEvaluation evaluation) {
        List<@Nullable Double> values = new ArrayList<>(evaluation.logDensities().length);
        for (double value : evaluation.logDensities()) {
            values.add(DensityRow.finite(value));
        }
        return values;
    }

    /** [n, 1]; NaN where there is no density. */
    static Points column(DensityEvaluation evaluation) {
        double[] logs = evaluation.logDensities();
        float[] column = new float[logs.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = Double.isFinite(logs[row]) ? (float) logs[row] : Float.NaN;
        }
        return Points.of(column, column.length, 1);
    }
}

package io.brenier.evaluation.web;

import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.RowReport;
import io.brenier.platform.points.PointsEncoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.tensor.Points;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers. What stands beside the points in JSON stands in headers too, for the formats that hold points only. */
@ConditionalOnRole(Role.API)
@Component
public class EvaluationAnswers {

    private final JsonMapper json;

    EvaluationAnswers(JsonMapper json) {
        this.json = json;
    }

    void transport(EvaluationQuery query, Evaluation evaluation, HttpServletResponse response) throws IOException {
        TransportAnswer answer = new TransportAnswer(
                query.model().model(),
                query.model().version(),
                query.directionName(),
                evaluation.output(),
                RowView.of(evaluation.rows()));
        write(query, evaluation.rows(), evaluation.output(), answer, response);
    }

    void potential(EvaluationQuery query, Evaluation evaluation, HttpServletResponse response) throws IOException {
        PotentialAnswer answer = new PotentialAnswer(
                query.model().model(),
                query.model().version(),
                query.directionName(),
                evaluation.output().values(),
                RowView.of(evaluation.rows()));
        write(query, evaluation.rows(), evaluation.output(), answer, response);
    }

    /**
     * Writes an answer in the format that is asked for.
     *
     * @param rows what became of each row; null where there is nothing to tell
     * @param points what CSV and npy hold
     * @param answer what JSON holds
     */
    public void write(
            EvaluationQuery query, @Nullable RowReport rows, Points points, Object answer, HttpServletResponse response)
            throws IOException {
        PointsFormat out = query.out();
        response.setContentType(out.mediaType().toString());
        response.setHeader("Brenier-Model", query.model().model());
        response.setIntHeader("Brenier-Version", query.model().version());
        response.setHeader("Brenier-Direction", query.directionName());
        if (rows != null) {
            response.setIntHeader("Brenier-Unconverged-Rows", rows.unconverged());
        }
        if (out == PointsFormat.JSON) {
            json.writeValue(response.getOutputStream(), answer);
        } else {
            PointsEncoder.writeWithGaps(points, out, response.getOutputStream());
        }
    }
}

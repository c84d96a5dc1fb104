package io.brenier.evaluation.web;

import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.RowReport;
import io.brenier.platform.points.PointsEncoder;
import io.brenier.platform.points.PointsFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers. What stands beside the points in JSON stands in headers too, for the formats that hold points only. */
@Component
class EvaluationAnswers {

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
        write(query, evaluation, answer, response);
    }

    void potential(EvaluationQuery query, Evaluation evaluation, HttpServletResponse response) throws IOException {
        PotentialAnswer answer = new PotentialAnswer(
                query.model().model(),
                query.model().version(),
                query.directionName(),
                evaluation.output().values(),
                RowView.of(evaluation.rows()));
        write(query, evaluation, answer, response);
    }

    private void write(EvaluationQuery query, Evaluation evaluation, Object answer, HttpServletResponse response)
            throws IOException {
        response.setContentType(query.out().mediaType().toString());
        response.setHeader("Brenier-Model", query.model().model());
        response.setIntHeader("Brenier-Version", query.model().version());
        response.setHeader("Brenier-Direction", query.directionName());
        RowReport rows = evaluation.rows();
        if (rows != null) {
            response.setIntHeader("Brenier-Unconverged-Rows", rows.unconverged());
        }
        if (query.out() == PointsFormat.JSON) {
            json.writeValue(response.getOutputStream(), answer);
        } else {
            PointsEncoder.write(evaluation.output(), query.out(), response.getOutputStream());
        }
    }
}

package io.brenier.evaluation.web;

import io.brenier.models.ModelResolver;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads what a request asks for, its body aside. */
@ConditionalOnRole(Role.API)
@Component
public class EvaluationQueries {

    private final ModelResolver models;

    EvaluationQueries(ModelResolver models) {
        this.models = models;
    }

    /** @throws io.brenier.platform.ProblemException if the model is not there, or the query or a media type none that is known */
    public EvaluationQuery read(String model, EvaluationParameters parameters, HttpServletRequest request) {
        PointsFormat in = PointsFormat.ofContentType(request.getContentType());
        PointsFormat out = PointsFormat.ofAccept(request.getHeader(HttpHeaders.ACCEPT), in);
        return new EvaluationQuery(
                models.resolve(model, parameters.version(), parameters.alias()),
                EvaluationQuery.direction(parameters.direction()),
                parameters.options(),
                in,
                out);
    }
}

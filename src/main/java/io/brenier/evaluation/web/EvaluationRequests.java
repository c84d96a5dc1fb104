package io.brenier.evaluation.web;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.RowReport;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.ProblemException.FieldProblem;
import io.brenier.platform.points.PointsBody;
import io.brenier.platform.points.PointsDecoder;
import io.brenier.platform.points.PointsLimits;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads the points of a request and has them evaluated as it asks. */
@ConditionalOnRole(Role.API)
@Component
public class EvaluationRequests {

    /** So that a body with the wrong number of columns is told so, and not that it is too large. */
    private static final int MAX_DIMENSION = 1 << 20;

    private static final int LISTED_ROWS = 100;

    private final EvaluationProperties properties;

    EvaluationRequests(EvaluationProperties properties) {
        this.properties = properties;
    }

    /** The points of a body, and what else a JSON one holds of these members. */
    public PointsBody read(EvaluationQuery query, InputStream body, Set<String> members) throws IOException {
        PointsLimits limits = new PointsLimits(properties.maxBytes().toBytes(), properties.maxRows(), MAX_DIMENSION);
        return PointsDecoder.decode(body, query.in(), limits, members);
    }

    /** Reads points and options, and has them evaluated. */
    public Evaluation evaluate(EvaluationQuery query, InputStream body, Evaluator evaluator) throws IOException {
        PointsBody read = read(query, body, EvaluationOptions.MEMBERS);
        return evaluate(query, read.points(), query.options().and(read.members()), evaluator);
    }

    /** Has points evaluated that are already known. */
    public Evaluation evaluate(EvaluationQuery query, Points points, EvaluationOptions options, Evaluator evaluator) {
        Conjugate conjugate = options.conjugate(properties.maxIterations());
        Evaluation evaluation = evaluator.evaluate(query.model(), points, query.direction(), conjugate);
        RowReport rows = evaluation.rows();
        if (rows != null) {
            requireConverged(options, rows);
        }
        return evaluation;
    }

    /** @throws ProblemException conjugate_not_converged if the client wants no answer with such a row */
    public static void requireConverged(EvaluationOptions options, RowReport rows) {
        if (options.mustConverge() && rows.unconverged() > 0) {
            throw notConverged(rows);
        }
    }

    private static ProblemException notConverged(RowReport rows) {
        List<FieldProblem> listed = IntStream.range(0, rows.outcomes().length)
                .filter(row -> !rows.outcomes()[row].isConverged())
                .limit(LISTED_ROWS)
                .mapToObj(row -> new FieldProblem(
                        "/points/" + row,
                        ProblemCode.CONJUGATE_NOT_CONVERGED,
                        "%s after %d iterations, residual %s"
                                .formatted(
                                        rows.outcomes()[row].wireName(),
                                        rows.iterations()[row],
                                        rows.residuals()[row])))
                .toList();
        return ProblemException.of(
                ProblemCode.CONJUGATE_NOT_CONVERGED,
                "%d of %d rows did not converge; raise tolerance or max_iterations, or leave require_converged away and look at each row's status"
                        .formatted(rows.unconverged(), rows.outcomes().length),
                listed);
    }

    /** What is evaluated: the map or the potential. */
    @FunctionalInterface
    public interface Evaluator {
        Evaluation evaluate(ResolvedModel model, Points points, Direction direction, Conjugate conjugate);
    }
}

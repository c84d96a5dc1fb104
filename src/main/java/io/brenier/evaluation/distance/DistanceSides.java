package io.brenier.evaluation.distance;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.flow.StoredPoints;
import io.brenier.evaluation.kernel.ModelDimension;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The points of each side of a request. */
@ConditionalOnRole(Role.API)
@Component
class DistanceSides {

    private static final int FEWEST = 2;

    private final StoredPoints samples;
    private final EvaluationProperties properties;

    DistanceSides(StoredPoints samples, EvaluationProperties properties) {
        this.samples = samples;
        this.properties = properties;
    }

    Points points(DistanceBody.@Nullable Side side, ResolvedModel model, String pointer) {
        double[][] given = side == null ? null : side.points();
        String sampleSet = side == null ? null : side.sampleSet();
        if (sampleSet != null && given == null) {
            return samples.load(sampleSet, model, pointer + "/sample_set");
        }
        if (given == null || sampleSet != null) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_REQUEST,
                    "one of points and sample_set is needed, such as {\"sample_set\": \"<id>\"}");
        }
        Points points = read(given, pointer + "/points");
        ModelDimension.require(model, points, pointer + "/points");
        return points;
    }

    private Points read(double[][] rows, String pointer) {
        if (rows.length < FEWEST) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.TOO_FEW_POINTS,
                    "%d point(s) are given; at least 2 are needed".formatted(rows.length));
        }
        if (rows.length > properties.maxRows()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "there are %d points; at most %d are allowed".formatted(rows.length, properties.maxRows()));
        }
        float[][] floats = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            floats[i] = row(rows[i], rows[0], pointer + "/" + i);
        }
        return Points.ofRows(floats);
    }

    private static float[] row(double @Nullable [] row, double @Nullable [] first, String pointer) {
        if (row == null || first == null || row.length == 0 || row.length != first.length) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_TENSOR_SHAPE,
                    "every point is an array of as many numbers as the first, at least one");
        }
        float[] floats = new float[row.length];
        for (int k = 0; k < row.length; k++) {
            floats[k] = (float) row[k];
            if (!Float.isFinite(floats[k])) {
                throw ProblemException.at(
                        pointer + "/" + k,
                        ProblemCode.NON_FINITE_INPUT,
                        "%s is no number that a float holds".formatted(row[k]));
            }
        }
        return floats;
    }
}

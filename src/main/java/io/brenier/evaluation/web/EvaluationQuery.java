package io.brenier.evaluation.web;

import io.brenier.models.ResolvedModel;
import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsFormat;
import io.brenier.transport.dual.Direction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, its body aside.
 *
 * @param in format of the body
 * @param out format of the answer
 */
public record EvaluationQuery(
        ResolvedModel model, Direction direction, EvaluationOptions options, PointsFormat in, PointsFormat out) {

    static Direction direction(@Nullable String given) {
        return switch (given) {
            case null -> Direction.FORWARD;
            case "forward" -> Direction.FORWARD;
            case "inverse" -> Direction.INVERSE;
            default ->
                throw ProblemException.at(
                        "direction",
                        ProblemCode.INVALID_REQUEST,
                        "direction is '%s'; allowed are forward (source to target) and inverse (back)"
                                .formatted(Excerpt.of(given, 60)));
        };
    }

    public String directionName() {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}

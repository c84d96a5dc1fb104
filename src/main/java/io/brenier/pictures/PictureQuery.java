package io.brenier.pictures;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import org.springframework.stereotype.Component;

/** Reads the words of a query. */
@ConditionalOnRole(Role.API)
@Component
class PictureQuery {

    private final EvaluationProperties evaluation;

    PictureQuery(EvaluationProperties evaluation) {
        this.evaluation = evaluation;
    }

    Direction direction(String given) {
        return switch (given) {
            case "forward" -> Direction.FORWARD;
            case "inverse" -> Direction.INVERSE;
            default -> throw unknown("direction", given, "forward (source to target) and inverse (back)");
        };
    }

    Conjugate conjugate(String given) {
        return switch (given) {
            case "amortized" -> new Conjugate.Amortized();
            case "refined" ->
                new Conjugate.Refined(new LbfgsSpec(
                        LbfgsSpec.REFINED.gtol(),
                        Math.min(LbfgsSpec.REFINED.maxIterations(), evaluation.maxIterations()),
                        LbfgsSpec.REFINED.maxLineSearch(),
                        LbfgsSpec.REFINED.memory()));
            default -> throw unknown("conjugate", given, "amortized and refined");
        };
    }

    /** Whether the potential is wanted in Kantorovich's form. */
    boolean isKantorovich(String form) {
        return switch (form) {
            case "dual" -> false;
            case "kantorovich" -> true;
            default -> throw unknown("form", form, "dual (f) and kantorovich (½|x|² − f)");
        };
    }

    private static ProblemException unknown(String name, String given, String allowed) {
        return ProblemException.at(
                name,
                ProblemCode.INVALID_REQUEST,
                "%s is '%s'; allowed are %s".formatted(name, Excerpt.of(given, 60), allowed));
    }
}

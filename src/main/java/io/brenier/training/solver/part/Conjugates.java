package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.ConjugateJson;
import io.brenier.transport.conjugate.AdamConjugateSpec;
import io.brenier.transport.conjugate.ConjugateSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.NoConjugateSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conjugate solvers on the wire. */
public final class Conjugates {

    private static final String LBFGS = "lbfgs";
    private static final String ADAM = "adam";
    private static final String NONE = "none";
    private static final List<String> TYPES = List.of(LBFGS, ADAM, NONE);
    private static final Set<String> LBFGS_MEMBERS = Set.of("gtol", "max_iterations", "max_line_search", "memory");
    private static final Set<String> ADAM_MEMBERS =
            Set.of("gtol", "max_iterations", "learning_rate", "betas", "final_fraction");

    private Conjugates() {}

    /** What is given, and for the rest the defaults, or those of the given type where it is another. */
    public static ConjugateSpec effective(@Nullable ConjugateJson asked, ConjugateSpec defaults, String pointer) {
        if (asked == null) {
            return defaults;
        }
        String type = or(asked.type(), type(defaults));
        return switch (type) {
            case LBFGS -> lbfgs(asked, defaults instanceof LbfgsSpec usual ? usual : LbfgsSpec.DEFAULT, pointer);
            case ADAM ->
                adam(asked, defaults instanceof AdamConjugateSpec usual ? usual : AdamConjugateSpec.DEFAULT, pointer);
            case NONE -> {
                Members.requireTaken(asked, NONE, Set.of(), pointer);
                yield new NoConjugateSpec();
            }
            default -> throw Words.notAllowed(type, TYPES, pointer + "/type");
        };
    }

    public static ConjugateJson json(ConjugateSpec spec) {
        Filled filled = Filled.ofType(type(spec));
        return switch (spec) {
            case LbfgsSpec lbfgs ->
                filled.with("gtol", lbfgs.gtol())
                        .with("max_iterations", lbfgs.maxIterations())
                        .with("max_line_search", lbfgs.maxLineSearch())
                        .with("memory", lbfgs.memory())
                        .as(ConjugateJson.class);
            case AdamConjugateSpec adam ->
                filled.with("gtol", adam.gtol())
                        .with("max_iterations", adam.maxIterations())
                        .with("learning_rate", adam.learningRate())
                        .with("betas", List.of(adam.beta1(), adam.beta2()))
                        .with("final_fraction", adam.finalFraction())
                        .as(ConjugateJson.class);
            case NoConjugateSpec _ -> filled.as(ConjugateJson.class);
        };
    }

    private static LbfgsSpec lbfgs(ConjugateJson asked, LbfgsSpec defaults, String pointer) {
        Members.requireTaken(asked, LBFGS, LBFGS_MEMBERS, pointer);
        return Given.checked(
                pointer,
                () -> new LbfgsSpec(
                        or(asked.gtol(), defaults.gtol()),
                        or(asked.maxIterations(), defaults.maxIterations()),
                        or(asked.maxLineSearch(), defaults.maxLineSearch()),
                        or(asked.memory(), defaults.memory())));
    }

    private static AdamConjugateSpec adam(ConjugateJson asked, AdamConjugateSpec defaults, String pointer) {
        Members.requireTaken(asked, ADAM, ADAM_MEMBERS, pointer);
        Betas betas = Betas.of(asked.betas(), new Betas(defaults.beta1(), defaults.beta2()), pointer + "/betas");
        return Given.checked(
                pointer,
                () -> new AdamConjugateSpec(
                        or(asked.gtol(), defaults.gtol()),
                        or(asked.maxIterations(), defaults.maxIterations()),
                        or(asked.learningRate(), defaults.learningRate()),
                        betas.first(),
                        betas.second(),
                        or(asked.finalFraction(), defaults.finalFraction())));
    }

    private static String type(ConjugateSpec spec) {
        return switch (spec) {
            case LbfgsSpec _ -> LBFGS;
            case AdamConjugateSpec _ -> ADAM;
            case NoConjugateSpec _ -> NONE;
        };
    }
}

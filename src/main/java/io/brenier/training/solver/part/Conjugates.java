package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.ConjugateJson;
import io.brenier.transport.conjugate.LbfgsSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conjugate solvers on the wire. */
public final class Conjugates {

    private static final String LBFGS = "lbfgs";
    private static final Set<String> LBFGS_MEMBERS = Set.of("gtol", "max_iterations", "max_line_search", "memory");
    private static final Set<String> LATER = Set.of("adam", "none");

    private Conjugates() {}

    public static LbfgsSpec effective(@Nullable ConjugateJson asked, LbfgsSpec defaults, String pointer) {
        if (asked == null) {
            return defaults;
        }
        Words.require(asked.type(), LBFGS, LATER, pointer + "/type");
        Members.requireTaken(asked, LBFGS, LBFGS_MEMBERS, pointer);
        return Given.checked(
                pointer,
                () -> new LbfgsSpec(
                        or(asked.gtol(), defaults.gtol()),
                        or(asked.maxIterations(), defaults.maxIterations()),
                        or(asked.maxLineSearch(), defaults.maxLineSearch()),
                        or(asked.memory(), defaults.memory())));
    }

    public static ConjugateJson json(LbfgsSpec spec) {
        return Filled.ofType(LBFGS)
                .with("gtol", spec.gtol())
                .with("max_iterations", spec.maxIterations())
                .with("max_line_search", spec.maxLineSearch())
                .with("memory", spec.memory())
                .as(ConjugateJson.class);
    }
}

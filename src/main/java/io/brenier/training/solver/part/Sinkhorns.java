package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.SinkhornSpec;
import java.util.Set;

/** An entropic plan's settings on the wire: flat members of the solver. */
public final class Sinkhorns {

    public static final Set<String> MEMBERS = Set.of("epsilon", "max_points", "tolerance", "max_iterations");

    /** Of the points that a model may hold for each way, times their dimension: 64 MiB. */
    private static final long MOST_NUMBERS = 1 << 24;

    private Sinkhorns() {}

    /** @throws ProblemException invalid_spec, also where the model would be too large to keep */
    public static SinkhornSpec effective(SolverJson asked, int dimension, String pointer) {
        SinkhornSpec defaults = SinkhornSpec.DEFAULT;
        SinkhornSpec spec = Given.checked(
                pointer,
                () -> new SinkhornSpec(
                        or(asked.epsilon(), defaults.epsilon()),
                        or(asked.maxPoints(), Math.clamp(MOST_NUMBERS / dimension, 2, defaults.maxPoints())),
                        or(asked.tolerance(), defaults.tolerance()),
                        or(asked.maxIterations(), defaults.maxIterations())));
        if ((long) spec.maxPoints() * dimension > MOST_NUMBERS) {
            throw ProblemException.at(
                    pointer + "/max_points",
                    ProblemCode.INVALID_SPEC,
                    "max_points is %d, which in %d dimensions makes too large a model; allowed is up to %d."
                            .formatted(spec.maxPoints(), dimension, MOST_NUMBERS / dimension));
        }
        return spec;
    }

    public static Filled fill(Filled filled, SinkhornSpec spec) {
        return filled.with("epsilon", spec.epsilon())
                .with("max_points", spec.maxPoints())
                .with("tolerance", spec.tolerance())
                .with("max_iterations", spec.maxIterations());
    }
}

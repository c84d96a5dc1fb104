package io.brenier.training.solver.part;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decays of the first and second moment, a list of two on the wire.
 *
 * @param first of the first moment
 * @param second of the second
 */
record Betas(double first, double second) {

    /** @throws ProblemException invalid_spec, where what is given is not two numbers */
    static Betas of(@Nullable List<Double> given, Betas defaults, String pointer) {
        if (given == null) {
            return defaults;
        }
        if (given.size() != 2 || given.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_SPEC,
                    "betas are two numbers, for the first and the second moment; %d are given."
                            .formatted(given.size()));
        }
        return new Betas(given.get(0), given.get(1));
    }
}

package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.NetworkJson;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.PositiveWeights.Mode;
import org.jspecify.annotations.Nullable;

/** How weights are kept from being negative, on the wire: strictly, in one of two ways, or by a penalty. */
final class PositiveWeightings {

    private PositiveWeightings() {}

    static PositiveWeights effective(NetworkJson asked, String pointer) {
        if (or(asked.positiveWeights(), true)) {
            refuse(asked.beta(), "beta", "positive_weights is true, which needs no penalty", pointer);
            Strict strict = Words.choose(Strict.class, asked.positivity(), Strict.RECTIFIED, pointer + "/positivity");
            return strict == Strict.RECTIFIED ? PositiveWeights.rectified() : PositiveWeights.projected();
        }
        refuse(asked.positivity(), "positivity", "positive_weights is false", pointer);
        try {
            return PositiveWeights.penalized(or(asked.beta(), 1.0));
        } catch (IllegalArgumentException invalid) {
            throw ProblemException.at(pointer + "/beta", ProblemCode.INVALID_SPEC, "beta: " + invalid.getMessage());
        }
    }

    static Filled fill(Filled network, PositiveWeights weights) {
        boolean strict = weights.mode() != Mode.PENALTY;
        network.with("positive_weights", strict);
        return strict
                ? network.with("positivity", Words.wireName(weights.mode()))
                : network.with("beta", weights.penalty());
    }

    /** The ways that leave no weight negative. */
    private enum Strict {
        RECTIFIED,
        PROJECTION
    }

    private static void refuse(@Nullable Object given, String member, String why, String at) {
        if (given != null) {
            throw ProblemException.at(
                    at + "/" + member,
                    ProblemCode.INVALID_SPEC,
                    "%s is given and %s; leave one of the two out.".formatted(member, why));
        }
    }
}

package io.brenier.training.solver.part;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.NetworkJson;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Networks on the wire. */
public final class Networks {

    private static final String POTENTIAL = "mlp";
    static final String MAP = "mlp-map";
    private static final Set<String> MLP_MEMBERS = Set.of("hidden", "activation", "init");
    private static final Set<String> LATER = Set.of("icnn", "conv");

    private Networks() {}

    public static boolean isMap(@Nullable NetworkJson asked) {
        return asked != null && MAP.equals(asked.type());
    }

    /** A perceptron that is a potential. */
    public static MlpSpec potential(@Nullable NetworkJson asked, MlpSpec defaults, String pointer) {
        return mlp(asked, defaults, POTENTIAL, pointer);
    }

    /** A perceptron that is a map. */
    public static MlpSpec map(@Nullable NetworkJson asked, MlpSpec defaults, String pointer) {
        return mlp(asked, defaults, MAP, pointer);
    }

    public static NetworkJson potentialJson(MlpSpec spec) {
        return json(spec, POTENTIAL);
    }

    public static NetworkJson mapJson(MlpSpec spec) {
        return json(spec, MAP);
    }

    private static MlpSpec mlp(@Nullable NetworkJson asked, MlpSpec defaults, String type, String pointer) {
        if (asked == null) {
            return defaults;
        }
        Words.require(asked.type(), type, LATER, pointer + "/type");
        Members.requireTaken(asked, type, MLP_MEMBERS, pointer);
        List<Integer> hidden = hidden(asked, defaults.hidden(), pointer + "/hidden");
        Activation activation =
                Words.choose(Activation.class, asked.activation(), defaults.activation(), pointer + "/activation");
        PotentialStart start = start(asked.init(), defaults.start(), pointer + "/init");
        return Given.checked(pointer, () -> new MlpSpec(hidden, activation, start));
    }

    static List<Integer> hidden(NetworkJson asked, List<Integer> defaults, String pointer) {
        List<Integer> hidden = Given.or(asked.hidden(), defaults);
        if (hidden.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.at(
                    pointer, ProblemCode.INVALID_SPEC, "a hidden layer's width is null; 1 to 4096 is allowed.");
        }
        return hidden;
    }

    static PotentialStart start(@Nullable String given, PotentialStart fallback, String pointer) {
        if (given != null && given.equals("entropic")) {
            throw Words.unsupported(given, List.of("identity", "gaussian"), pointer);
        }
        return Words.choose(PotentialStart.class, given, fallback, pointer);
    }

    private static NetworkJson json(MlpSpec spec, String type) {
        return Filled.ofType(type)
                .with("hidden", spec.hidden())
                .with("activation", Words.wireName(spec.activation()))
                .with("init", Words.wireName(spec.start()))
                .as(NetworkJson.class);
    }
}

package io.brenier.training.request;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.training.request.SolverJson.ConjugateJson;
import io.brenier.training.request.SolverJson.MlpJson;
import io.brenier.training.request.SolverJson.NoiseJson;
import io.brenier.training.request.SolverJson.OptimizerJson;
import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Solver settings: from a client's words to a spec that has checked itself, and back. */
public final class SolverSpecs {

    public static final String W2_DUAL = "w2-dual";
    public static final String GAUSSIAN = "gaussian";

    private static final String ROOT = "/solver";
    private static final List<String> TYPES = List.of(W2_DUAL, GAUSSIAN);
    private static final Set<String> LATER_TYPES = Set.of("auto", "enot", "entropic", "icgn", "not", "reg-not");
    private static final Set<String> LATER_NETWORKS = Set.of("icnn", "conv", "mlp", "none");
    private static final Set<String> LATER_LOSSES = Set.of("objective", "cycle");
    private static final Set<String> LATER_CONJUGATES = Set.of("adam", "none");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Map<String, String> MEMBERS = Map.of("beta1", "betas", "beta2", "betas");

    private SolverSpecs() {}

    /**
     * The effective spec: what is given, and the defaults for the rest.
     *
     * @throws ProblemException unsupported or invalid_spec, with a pointer into the request
     */
    static SolverSpec effective(@Nullable SolverJson given, W2DualSpec defaults) {
        SolverJson asked = given == null ? SolverJson.ofType(W2_DUAL) : given;
        String type = Objects.requireNonNullElse(asked.type(), W2_DUAL);
        return switch (type) {
            case W2_DUAL -> dual(asked, defaults);
            case GAUSSIAN -> gaussian(asked);
            default ->
                throw LATER_TYPES.contains(type)
                        ? Words.unsupported(type, TYPES, ROOT + "/type")
                        : Words.notAllowed(type, TYPES, ROOT + "/type");
        };
    }

    /** Every member filled in. */
    public static SolverJson json(SolverSpec spec) {
        return switch (spec) {
            case GaussianSpec _ -> SolverJson.ofType(GAUSSIAN);
            case W2DualSpec dual ->
                new SolverJson(
                        W2_DUAL,
                        network(dual.potential(), "mlp"),
                        network(dual.amortizer(), "mlp-map"),
                        Words.wireName(dual.amortizationLoss()),
                        conjugate(dual.conjugate()),
                        optimizer(dual.optimizer()),
                        dual.steps(),
                        dual.batchSize(),
                        dual.logEvery(),
                        dual.validateEvery(),
                        dual.checkpointEvery(),
                        dual.averaging(),
                        new NoiseJson(
                                dual.batchNoise().first(), dual.batchNoise().last()));
        };
    }

    /** The type's name, as in {@code solver.type}. */
    public static String type(SolverSpec spec) {
        return switch (spec) {
            case GaussianSpec _ -> GAUSSIAN;
            case W2DualSpec _ -> W2_DUAL;
        };
    }

    /** The spec as text that {@link #parse} reads. */
    public static String format(SolverSpec spec) {
        return JSON.writeValueAsString(json(spec));
    }

    public static SolverSpec parse(String text) {
        return effective(JSON.readValue(text, SolverJson.class), W2DualSpec.defaults(2, 1_024));
    }

    private static SolverSpec gaussian(SolverJson asked) {
        if (!asked.equals(SolverJson.ofType(GAUSSIAN))) {
            throw ProblemException.at(
                    ROOT,
                    ProblemCode.INVALID_SPEC,
                    "the gaussian solver is a closed form and takes no member beside \"type\"; leave the others away, or take \"w2-dual\".");
        }
        return new GaussianSpec();
    }

    private static SolverSpec dual(SolverJson asked, W2DualSpec defaults) {
        Words.require(asked.amortizationLoss(), "regression", LATER_LOSSES, ROOT + "/amortization_loss");
        MlpSpec potential = network(asked.potential(), defaults.potential(), "mlp", ROOT + "/potential");
        MlpSpec amortizer = network(asked.amortizer(), defaults.amortizer(), "mlp-map", ROOT + "/amortizer");
        LbfgsSpec conjugate = conjugate(asked.conjugate(), defaults.conjugate());
        OptimizerSpec optimizer = optimizer(asked.optimizer(), defaults.optimizer());
        BatchNoise noise = noise(asked.batchNoise(), defaults.batchNoise());
        return checked(
                ROOT,
                () -> new W2DualSpec(
                        potential,
                        amortizer,
                        AmortizationLoss.REGRESSION,
                        conjugate,
                        optimizer,
                        or(asked.steps(), defaults.steps()),
                        or(asked.batchSize(), defaults.batchSize()),
                        or(asked.logEvery(), defaults.logEvery()),
                        or(asked.validateEvery(), defaults.validateEvery()),
                        or(asked.checkpointEvery(), defaults.checkpointEvery()),
                        or(asked.averaging(), defaults.averaging()),
                        noise));
    }

    private static MlpSpec network(@Nullable MlpJson asked, MlpSpec defaults, String type, String pointer) {
        if (asked == null) {
            return defaults;
        }
        Words.require(asked.type(), type, LATER_NETWORKS, pointer + "/type");
        List<Integer> hidden = Objects.requireNonNullElse(asked.hidden(), defaults.hidden());
        if (hidden.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.at(
                    pointer + "/hidden",
                    ProblemCode.INVALID_SPEC,
                    "a hidden layer's width is null; 1 to 4096 is allowed.");
        }
        Activation activation =
                Words.choose(Activation.class, asked.activation(), defaults.activation(), pointer + "/activation");
        PotentialStart start = start(asked.init(), defaults.start(), pointer + "/init");
        return checked(pointer, () -> new MlpSpec(hidden, activation, start));
    }

    private static PotentialStart start(@Nullable String given, PotentialStart fallback, String pointer) {
        if (given != null && given.equals("entropic")) {
            throw Words.unsupported(given, List.of("identity", "gaussian"), pointer);
        }
        return Words.choose(PotentialStart.class, given, fallback, pointer);
    }

    private static MlpJson network(MlpSpec spec, String type) {
        return new MlpJson(type, spec.hidden(), Words.wireName(spec.activation()), Words.wireName(spec.start()));
    }

    private static LbfgsSpec conjugate(@Nullable ConjugateJson asked, LbfgsSpec defaults) {
        if (asked == null) {
            return defaults;
        }
        String pointer = ROOT + "/conjugate";
        Words.require(asked.type(), "lbfgs", LATER_CONJUGATES, pointer + "/type");
        return checked(
                pointer,
                () -> new LbfgsSpec(
                        or(asked.gtol(), defaults.gtol()),
                        or(asked.maxIterations(), defaults.maxIterations()),
                        or(asked.maxLineSearch(), defaults.maxLineSearch()),
                        or(asked.memory(), defaults.memory())));
    }

    private static ConjugateJson conjugate(LbfgsSpec spec) {
        return new ConjugateJson("lbfgs", spec.gtol(), spec.maxIterations(), spec.maxLineSearch(), spec.memory());
    }

    private static OptimizerSpec optimizer(@Nullable OptimizerJson asked, OptimizerSpec defaults) {
        if (asked == null) {
            return defaults;
        }
        String pointer = ROOT + "/optimizer";
        List<Double> betas = Objects.requireNonNullElse(asked.betas(), List.of(defaults.beta1(), defaults.beta2()));
        if (betas.size() != 2 || betas.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.at(
                    pointer + "/betas",
                    ProblemCode.INVALID_SPEC,
                    "betas are two numbers, for the first and the second moment; %d are given."
                            .formatted(betas.size()));
        }
        OptimizerSpec.Type type =
                Words.choose(OptimizerSpec.Type.class, asked.type(), defaults.type(), pointer + "/type");
        Schedule schedule = Words.choose(Schedule.class, asked.schedule(), defaults.schedule(), pointer + "/schedule");
        return checked(
                pointer,
                () -> new OptimizerSpec(
                        type,
                        or(asked.learningRate(), defaults.learningRate()),
                        betas.get(0),
                        betas.get(1),
                        or(asked.weightDecay(), defaults.weightDecay()),
                        or(asked.warmUp(), defaults.warmUp()),
                        schedule,
                        or(asked.finalFraction(), defaults.finalFraction())));
    }

    private static OptimizerJson optimizer(OptimizerSpec spec) {
        return new OptimizerJson(
                Words.wireName(spec.type()),
                spec.learningRate(),
                List.of(spec.beta1(), spec.beta2()),
                spec.weightDecay(),
                spec.warmUp(),
                Words.wireName(spec.schedule()),
                spec.finalFraction());
    }

    private static BatchNoise noise(@Nullable NoiseJson asked, BatchNoise defaults) {
        return asked == null
                ? defaults
                : checked(
                        ROOT,
                        () -> new BatchNoise(or(asked.first(), defaults.first()), or(asked.last(), defaults.last())));
    }

    private static <T> T or(@Nullable T given, T fallback) {
        return given == null ? fallback : given;
    }

    private static <T> T checked(String pointer, Supplier<T> spec) {
        try {
            return spec.get();
        } catch (InvalidSpecException invalid) {
            String member = MEMBERS.getOrDefault(invalid.member(), snakeCase(invalid.member()));
            throw ProblemException.at(
                    pointer + "/" + member, ProblemCode.INVALID_SPEC, member + ": " + invalid.getMessage());
        }
    }

    private static String snakeCase(String member) {
        return member.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}

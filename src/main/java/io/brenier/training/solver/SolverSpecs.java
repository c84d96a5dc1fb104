package io.brenier.training.solver;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.SolverSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Solver settings: from a client's words to a spec that has checked itself, and back. */
public final class SolverSpecs {

    /** What an absent {@code solver} or {@code solver.type} means. */
    static final String DEFAULT_TYPE = "auto";

    /** Every solver type, in the order of the document. */
    static final List<SolverMapper<?>> MAPPERS = List.of(
            new AutoMapper(),
            new W2DualMapper(),
            new EnotMapper(),
            new GaussianMapper(),
            new IdentityMapper(),
            new EntropicMapper(),
            new ProgressiveMapper(),
            new MixtureMapper());

    private static final List<String> TYPES =
            MAPPERS.stream().map(SolverMapper::type).toList();
    private static final Set<String> LATER_TYPES = Set.of("icgn", "not", "reg-not");

    /** What stored text is read with: it has every member that its release knew, so that defaults count for later ones alone. */
    private static final SampleSizes STORED = new SampleSizes(2, 1_024);

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private SolverSpecs() {}

    /**
     * The effective spec: what is given, and the defaults for the rest.
     *
     * @throws io.brenier.platform.ProblemException unsupported or invalid_spec, with a pointer into the request
     */
    public static SolverSpec effective(@Nullable SolverJson given, SampleSizes sizes) {
        SolverJson asked = given == null ? Filled.ofType(DEFAULT_TYPE).as(SolverJson.class) : given;
        SolverMapper<?> mapper = ofType(asked.type() == null ? DEFAULT_TYPE : asked.type());
        Members.requireTaken(asked, mapper.type(), mapper.members(), SolverMapper.ROOT);
        return mapper.effective(asked, sizes);
    }

    /**
     * Refuses what cannot be carried out with the samples that there are.
     *
     * @param trainingRows points of the smaller set, those held out left aside
     * @throws io.brenier.platform.ProblemException invalid_spec, with a pointer into the request
     */
    public static void requireFitting(SolverSpec spec, long trainingRows) {
        of(spec).requireFittingOf(spec, trainingRows);
    }

    /** Every member that the type takes filled in. */
    public static SolverJson json(SolverSpec spec) {
        return of(spec).jsonOf(spec);
    }

    /** The type's name, as in {@code solver.type}. */
    public static String type(SolverSpec spec) {
        return of(spec).type();
    }

    /** The spec as text that {@link #parse} reads. */
    public static String format(SolverSpec spec) {
        return JSON.writeValueAsString(json(spec));
    }

    public static SolverSpec parse(String text) {
        return effective(JSON.readValue(text, SolverJson.class), STORED);
    }

    private static SolverMapper<?> ofType(String type) {
        return MAPPERS.stream()
                .filter(mapper -> mapper.type().equals(type))
                .findAny()
                .orElseThrow(() -> {
                    String pointer = SolverMapper.ROOT + "/type";
                    return LATER_TYPES.contains(type)
                            ? Words.unsupported(type, TYPES, pointer)
                            : Words.notAllowed(type, TYPES, pointer);
                });
    }

    private static SolverMapper<?> of(SolverSpec spec) {
        return MAPPERS.stream()
                .filter(mapper -> mapper.spec().isInstance(spec))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no mapper for " + spec.getClass()));
    }
}

package io.brenier.samples.measure;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsLimits;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.transport.measure.named.PlanarShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every named measure, and the way from a client's words to samples that can be drawn. */
public final class NamedMeasures {

    static final List<MeasureMapper> MAPPERS = Stream.concat(
                    Arrays.stream(PlanarShape.values()).map(PlanarMapper::new),
                    Stream.of(
                            new GaussianMapper(),
                            new MixtureMapper(),
                            new RandomMixtureMapper(),
                            new BoxMapper(),
                            new BallMapper(),
                            new BrenierPairMapper()))
            .toList();

    private static final List<String> TYPES =
            MAPPERS.stream().map(MeasureMapper::type).toList();
    private static final Set<String> OF_EVERY_TYPE = Set.of("count", "seed");
    private static final int FEWEST = 2;

    private NamedMeasures() {}

    /** In the order of the document. */
    public static List<MeasureType> types() {
        return MAPPERS.stream()
                .map(mapper -> new MeasureType(
                        mapper.type(),
                        mapper.description(),
                        mapper.dimension(),
                        mapper.members().stream().sorted().toList(),
                        mapper.example().as(MeasureJson.class)))
                .toList();
    }

    /**
     * What is asked for, checked.
     *
     * @param seed of the samples where none is given
     * @param limits as for uploads
     * @param pointer of the object in the request
     * @throws ProblemException invalid_spec or payload_too_large, with a pointer into the request
     */
    public static Drawing drawing(MeasureJson asked, long seed, PointsLimits limits, String pointer) {
        MeasureMapper mapper = mapper(asked, pointer);
        Set<String> taken = new HashSet<>(mapper.members());
        taken.addAll(OF_EVERY_TYPE);
        Members.requireTaken(asked, mapper.type(), taken, pointer);
        Parameters parameters = mapper.parameters(asked, pointer);
        int count = count(asked, limits, pointer + "/count");
        requireRoom(parameters, count, limits, pointer);
        long used = Given.or(asked.seed(), seed);
        MeasureJson filled =
                parameters.filled().with("count", count).with("seed", used).as(MeasureJson.class);
        return new Drawing(filled, parameters.dimension(), count, used, parameters.measure());
    }

    private static MeasureMapper mapper(MeasureJson asked, String pointer) {
        String type = asked.type();
        if (type == null) {
            throw ProblemException.at(
                    pointer + "/type",
                    ProblemCode.INVALID_SPEC,
                    "type is missing; allowed is: %s.".formatted(String.join(", ", TYPES)));
        }
        return MAPPERS.stream()
                .filter(mapper -> mapper.type().equals(type))
                .findAny()
                .orElseThrow(() -> Words.notAllowed(type, TYPES, pointer + "/type"));
    }

    private static int count(MeasureJson asked, PointsLimits limits, String pointer) {
        Integer count = asked.count();
        if (count == null) {
            throw ProblemException.at(pointer, ProblemCode.INVALID_SPEC, "count is missing: how many samples to draw.");
        }
        if (count < FEWEST || count > limits.maxRows()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_SPEC,
                    "count is %d; allowed is %d to %d.".formatted(count, FEWEST, limits.maxRows()));
        }
        return count;
    }

    private static void requireRoom(Parameters parameters, int count, PointsLimits limits, String pointer) {
        if (parameters.dimension() > limits.maxDimension()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "the samples would have %d columns; at most %d are allowed."
                            .formatted(parameters.dimension(), limits.maxDimension()));
        }
        long most = Math.min(parameters.mostNumbers(), limits.maxBytes() / Float.BYTES);
        if ((long) count * parameters.dimension() > most) {
            throw ProblemException.at(
                    pointer + "/count",
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "%d samples of %d numbers are %d numbers; at most %d are drawn at once."
                            .formatted(count, parameters.dimension(), (long) count * parameters.dimension(), most));
        }
    }
}

package io.brenier.training.request;

import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.MeasureSamples;
import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import io.brenier.samples.measure.MeasureJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the sample sets that a request names, and checks the measures that it names in their place. */
@ConditionalOnRole(Role.API)
@Component
class Sides {

    private static final String MEASURE = "_measure";
    private static final int LONGEST = 64;

    private final SampleSets samples;
    private final MeasureSamples measures;

    Sides(SampleSets samples, MeasureSamples measures) {
        this.samples = samples;
        this.measures = measures;
    }

    /**
     * @param name of the member that holds an id; that of the measure ends with {@code _measure}
     * @param seed of the samples where the measure has none
     * @throws ProblemException invalid_request where there is neither or both, sample_set_not_found, or what is wrong with the measure
     */
    Side required(@Nullable String id, @Nullable MeasureJson measure, String name, long seed) {
        Side found = optional(id, measure, name, seed);
        if (found == null) {
            throw ProblemException.at(
                    "/" + name,
                    ProblemCode.INVALID_REQUEST,
                    "%s is missing; give the id of a sample set, or %s to draw samples from."
                            .formatted(name, name + MEASURE));
        }
        return found;
    }

    /** As {@link #required}, null where there is neither. */
    @Nullable
    Side optional(@Nullable String id, @Nullable MeasureJson measure, String name, long seed) {
        String pointer = "/" + name;
        if (id != null && measure != null) {
            throw ProblemException.at(
                    pointer + MEASURE,
                    ProblemCode.INVALID_REQUEST,
                    "%s and %s are given; give one of them.".formatted(name, name + MEASURE));
        }
        if (measure != null) {
            return new Side(null, measures.check(measure, seed, pointer + MEASURE), pointer + MEASURE);
        }
        return id == null ? null : new Side(stored(id, pointer), null, pointer);
    }

    /** The set's id; draws it where that is still to be done. */
    UUID draw(Side side) {
        if (side.set() != null) {
            return side.set().id();
        }
        if (side.drawing() == null) {
            throw new IllegalStateException(side.pointer() + " is neither stored nor to be drawn");
        }
        try {
            return measures.draw(side.drawing()).id();
        } catch (ProblemException refused) {
            throw ProblemException.at(side.pointer(), refused.code(), refused.detail());
        }
    }

    private SampleSet stored(String id, String pointer) {
        return Ids.parse(id)
                .flatMap(samples::find)
                .orElseThrow(() -> ProblemException.at(
                        pointer,
                        ProblemCode.SAMPLE_SET_NOT_FOUND,
                        "there is no sample set '%s'; POST it to /v1/sample-sets first.".formatted(shortened(id))));
    }

    private static String shortened(String text) {
        return Excerpt.of(text, LONGEST);
    }
}

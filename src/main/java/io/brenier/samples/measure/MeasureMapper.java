package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One type of measure on the wire. A new one is such a class, and its place in {@link NamedMeasures}' list. */
interface MeasureMapper {

    /** As in {@code type}. */
    String type();

    /** Its formula in one sentence, for the document. */
    String description();

    /** Names on the wire of its parameters; all others are refused before {@link #measure}. */
    Set<String> members();

    /** Its dimension; null where the parameters say it. */
    default @Nullable Integer dimension() {
        return null;
    }

    /** A small request that can be sent as it is. */
    default Filled example() {
        return Filled.ofType(type()).with("count", 1_000);
    }

    /**
     * What is given, and the defaults for the rest.
     *
     * @param pointer of the object in the request
     * @throws io.brenier.platform.ProblemException invalid_spec, with a pointer into the request
     */
    Parameters parameters(MeasureJson asked, String pointer);
}

package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.transport.measure.named.Measure;
import java.util.function.Supplier;

/**
 * The parameters of a measure, checked.
 *
 * @param filled its parameters on the wire, defaults filled in
 * @param dimension d
 * @param mostNumbers most count × dimension that are drawn in a reasonable time
 * @param measure makes it
 */
record Parameters(Filled filled, int dimension, long mostNumbers, Supplier<Measure> measure) {

    static Parameters of(Filled filled, int dimension, Measure measure) {
        return new Parameters(filled, dimension, Long.MAX_VALUE, () -> measure);
    }
}

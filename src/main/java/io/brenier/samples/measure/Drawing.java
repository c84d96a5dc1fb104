package io.brenier.samples.measure;

import io.brenier.transport.measure.named.Measure;
import java.util.function.Supplier;

/**
 * Samples that can be drawn.
 *
 * @param json with every default that counts filled in: the same text, the same samples
 * @param dimension d
 * @param count n
 * @param seed of the samples
 * @param measure makes the measure; a pair takes a moment
 */
public record Drawing(MeasureJson json, int dimension, int count, long seed, Supplier<Measure> measure) {

    /** For people: type, number and seed. */
    public String name() {
        return "%s (%d, seed %d)".formatted(json.type(), count, seed);
    }
}

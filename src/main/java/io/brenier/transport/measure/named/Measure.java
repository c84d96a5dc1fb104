package io.brenier.transport.measure.named;

import io.brenier.transport.tensor.Points;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A probability measure on R^d that can be sampled exactly. Immutable; safe for many threads. */
public interface Measure {

    int dimension();

    /**
     * One sample, independent of those before it.
     *
     * @param random where all randomness comes from
     * @param row overwritten, [d]
     */
    void draw(RandomGenerator random, double[] row);

    /** Independent samples; the same seed gives the same rows, and more rows begin with those that fewer give. */
    default Points sample(int rows, long seed) {
        int d = dimension();
        RandomGenerator random = generator(seed);
        double[] row = new double[d];
        float[] values = new float[Math.multiplyExact(rows, d)];
        for (int i = 0; i < values.length; i += d) {
            draw(random, row);
            for (int j = 0; j < d; j++) {
                values[i + j] = (float) row[j];
            }
        }
        return Points.of(values, rows, d);
    }

    /** The generator behind a seed: named, since the JDK's default one may change and with it every sample that a provenance records. */
    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ 0x6d65_6173_7572_6573L);
    }
}

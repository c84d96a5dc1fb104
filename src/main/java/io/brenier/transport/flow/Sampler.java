package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A measure on R^d that can be drawn from. Immutable; safe for many threads. */
public interface Sampler {

    int dimension();

    /** Independent draws, [rows, d]; the same seed gives the same rows, and more rows begin with those that fewer give. */
    Points sample(int rows, long seed);

    /** The generator behind a seed: named, since the JDK's default one may change and with it every sample. */
    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}

package io.brenier.transport.tensor.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums and multiples of stretches of arrays, whose lengths are multiples of the vectors' ({@link VectorUnit#padded}). As plain loops they
 * would stay scalar: the compiler cannot tell that stretches at different places do not overlap.
 */
public final class Stretches {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private Stretches() {}

    /** y ← y + x. */
    public static void add(float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i += Tiles.LANES) {
            FloatVector.fromArray(SPECIES, y, to + i)
                    .add(FloatVector.fromArray(SPECIES, x, from + i))
                    .intoArray(y, to + i);
        }
    }

    /** y ← y + factor x. */
    public static void addScaled(float factor, float[] x, int from, float[] y, int to, int count) {
        FloatVector broadcast = FloatVector.broadcast(SPECIES, factor);
        for (int i = 0; i < count; i += Tiles.LANES) {
            broadcast
                    .fma(FloatVector.fromArray(SPECIES, x, from + i), FloatVector.fromArray(SPECIES, y, to + i))
                    .intoArray(y, to + i);
        }
    }

    /** y ← factor x. */
    public static void scale(float factor, float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i += Tiles.LANES) {
            FloatVector.fromArray(SPECIES, x, from + i).mul(factor).intoArray(y, to + i);
        }
    }
}

package io.brenier.transport.tensor.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums and multiples of stretches of arrays, of any length; quickest where it is a multiple of the vectors' ({@link VectorUnit#padded}). As
 * plain loops they would stay scalar: the compiler cannot tell that stretches at different places do not overlap. The order of every sum is
 * fixed: one program on one machine gives the same bits each time.
 */
public final class Stretches {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorShuffle<Float> BY_EIGHT = shift(8);
    private static final VectorShuffle<Float> BY_FOUR = shift(4);
    private static final VectorShuffle<Float> BY_TWO = shift(2);
    private static final VectorShuffle<Float> BY_ONE = shift(1);

    private Stretches() {}

    /** y ← y + x. */
    public static void add(float[] x, int from, float[] y, int to, int count) {
        int i = 0;
        for (; i <= count - Tiles.LANES; i += Tiles.LANES) {
            at(y, to + i).add(at(x, from + i)).intoArray(y, to + i);
        }
        for (; i < count; i++) {
            y[to + i] += x[from + i];
        }
    }

    /** y ← y + factor x. */
    public static void addScaled(float factor, float[] x, int from, float[] y, int to, int count) {
        FloatVector broadcast = FloatVector.broadcast(SPECIES, factor);
        int i = 0;
        for (; i <= count - Tiles.LANES; i += Tiles.LANES) {
            broadcast.fma(at(x, from + i), at(y, to + i)).intoArray(y, to + i);
        }
        for (; i < count; i++) {
            y[to + i] += factor * x[from + i];
        }
    }

    /** y ← factor x. */
    public static void scale(float factor, float[] x, int from, float[] y, int to, int count) {
        int i = 0;
        for (; i <= count - Tiles.LANES; i += Tiles.LANES) {
            at(x, from + i).mul(factor).intoArray(y, to + i);
        }
        for (; i < count; i++) {
            y[to + i] = factor * x[from + i];
        }
    }

    /** ⟨a, b⟩ in single precision. */
    public static float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = FloatVector.zero(SPECIES);
        int k = 0;
        for (; k <= length - 2 * Tiles.LANES; k += 2 * Tiles.LANES) {
            even = at(a, aAt + k).fma(at(b, bAt + k), even);
            odd = at(a, aAt + k + Tiles.LANES).fma(at(b, bAt + k + Tiles.LANES), odd);
        }
        if (k <= length - Tiles.LANES) {
            even = at(a, aAt + k).fma(at(b, bAt + k), even);
            k += Tiles.LANES;
        }
        float sum = sum(even.add(odd));
        for (; k < length; k++) {
            sum += a[aAt + k] * b[bAt + k];
        }
        return sum;
    }

    /** c ← a − b. */
    public static void subtract(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int length) {
        int k = 0;
        for (; k <= length - Tiles.LANES; k += Tiles.LANES) {
            at(a, aAt + k).sub(at(b, bAt + k)).intoArray(c, cAt + k);
        }
        for (; k < length; k++) {
            c[cAt + k] = a[aAt + k] - b[bAt + k];
        }
    }

    /** |a|_∞; NaN where a component is. */
    public static float largest(float[] a, int aAt, int length) {
        FloatVector most = FloatVector.zero(SPECIES);
        int k = 0;
        for (; k <= length - Tiles.LANES; k += Tiles.LANES) {
            most = most.max(at(a, aAt + k).abs());
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        for (; k < length; k++) {
            largest = Math.max(largest, Math.abs(a[aAt + k]));
        }
        return largest;
    }

    /** Halves fold onto halves. The API's own sum may take another order once it is compiled. */
    private static float sum(FloatVector lanes) {
        FloatVector folded = lanes;
        for (int half = Tiles.LANES / 2; half > 8; half /= 2) {
            folded = folded.add(folded.rearrange(shift(half)));
        }
        if (Tiles.LANES > 8) {
            folded = folded.add(folded.rearrange(BY_EIGHT));
        }
        folded = folded.add(folded.rearrange(BY_FOUR));
        folded = folded.add(folded.rearrange(BY_TWO));
        return folded.add(folded.rearrange(BY_ONE)).lane(0);
    }

    private static VectorShuffle<Float> shift(int lanes) {
        return VectorShuffle.iota(SPECIES, lanes, 1, true);
    }

    private static FloatVector at(float[] array, int from) {
        return FloatVector.fromArray(SPECIES, array, from);
    }
}

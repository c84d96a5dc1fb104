package io.brenier.transport.conjugate;

import io.brenier.transport.tensor.vector.Stretches;
import io.brenier.transport.tensor.vector.VectorUnit;

/** Vector arithmetic on rows of row-major arrays: on the vector unit where there is one and rows are long enough for it. */
final class RowVectors {

    /** Rows that are shorter than a vector gain nothing. */
    private static final int LEAST_LENGTH = VectorUnit.isAvailable() ? VectorUnit.padded(1) : Integer.MAX_VALUE;

    private RowVectors() {}

    /** ⟨a, b⟩ in single precision; of scalars in four interleaved sums that the processor can run side by side. */
    static float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        if (usesVectors(length)) {
            return Stretches.dot(a, aAt, b, bAt, length);
        }
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int k = 0;
        for (; k < length - 3; k += 4) {
            s0 += a[aAt + k] * b[bAt + k];
            s1 += a[aAt + k + 1] * b[bAt + k + 1];
            s2 += a[aAt + k + 2] * b[bAt + k + 2];
            s3 += a[aAt + k + 3] * b[bAt + k + 3];
        }
        for (; k < length; k++) {
            s0 += a[aAt + k] * b[bAt + k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** ⟨a, b⟩ in double precision, for values that are subtracted from each other; in four interleaved sums. */
    static double dotExactly(float[] a, int aAt, float[] b, int bAt, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k < length - 3; k += 4) {
            s0 += (double) a[aAt + k] * b[bAt + k];
            s1 += (double) a[aAt + k + 1] * b[bAt + k + 1];
            s2 += (double) a[aAt + k + 2] * b[bAt + k + 2];
            s3 += (double) a[aAt + k + 3] * b[bAt + k + 3];
        }
        for (; k < length; k++) {
            s0 += (double) a[aAt + k] * b[bAt + k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** b ← b + factor · a. */
    static void addScaled(float factor, float[] a, int aAt, float[] b, int bAt, int length) {
        if (usesVectors(length)) {
            Stretches.addScaled(factor, a, aAt, b, bAt, length);
            return;
        }
        for (int k = 0; k < length; k++) {
            b[bAt + k] += factor * a[aAt + k];
        }
    }

    /** c ← a − b. */
    static void subtract(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int length) {
        if (usesVectors(length)) {
            Stretches.subtract(a, aAt, b, bAt, c, cAt, length);
            return;
        }
        for (int k = 0; k < length; k++) {
            c[cAt + k] = a[aAt + k] - b[bAt + k];
        }
    }

    /** |a|_∞; NaN where a component is. */
    static float largest(float[] a, int aAt, int length) {
        if (usesVectors(length)) {
            return Stretches.largest(a, aAt, length);
        }
        float largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(a[aAt + k]));
        }
        return largest;
    }

    /** |a − b|² in double precision. */
    static double squaredDistance(float[] a, int aAt, float[] b, int bAt, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            double step = (double) a[aAt + k] - b[bAt + k];
            sum += step * step;
        }
        return sum;
    }

    static boolean isFinite(float[] a, int aAt, int length) {
        return Float.isFinite(largest(a, aAt, length));
    }

    private static boolean usesVectors(int length) {
        return length >= LEAST_LENGTH;
    }
}

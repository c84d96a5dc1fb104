package io.brenier.transport.conjugate;

/** Vector arithmetic on rows of row-major arrays. */
final class RowVectors {

    private RowVectors() {}

    /** ⟨a, b⟩ in single precision, in four interleaved sums that the processor can run side by side. */
    static float dot(float[] a, int aAt, float[] b, int bAt, int length) {
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

    /** ⟨a, b⟩ in double precision, for values that are subtracted from each other. */
    static double dotExactly(float[] a, int aAt, float[] b, int bAt, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += (double) a[aAt + k] * b[bAt + k];
        }
        return sum;
    }

    /** b ← b + factor · a. */
    static void addScaled(float factor, float[] a, int aAt, float[] b, int bAt, int length) {
        for (int k = 0; k < length; k++) {
            b[bAt + k] += factor * a[aAt + k];
        }
    }

    /** |a|_∞; NaN where a component is. */
    static float largest(float[] a, int aAt, int length) {
        float largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(a[aAt + k]));
        }
        return largest;
    }

    static boolean isFinite(float[] a, int aAt, int length) {
        float zero = 0;
        for (int k = 0; k < length; k++) {
            zero += a[aAt + k] * 0;
        }
        return zero == 0;
    }
}

package io.brenier.transport.entropic;

import java.util.Arrays;

/**
 * Exponentials of a tile in place, by products and additions alone, which the compiler turns into vector code: exp(x) = p(x/128)^128
 * with p the Taylor polynomial of degree 5, within 2·10⁻⁵ of the exact value, and x cut off at ±60: what is
 * far smaller counts for nothing, and numbers near the end of what floats hold would be a hundred times as slow.
 */
final class Gibbs {

    private static final float SCALE = 1f / 128;
    private static final float LIMIT = 60;
    /** Lanes are a power of two and are folded in halves down to so many. */
    private static final int FOLDED = 32;

    private Gibbs() {}

    /**
     * a ← (a − offset) · factor + shift, in double: where products and offsets are large and cancel, what is left keeps its digits.
     */
    static void exponents(float[] a, double[] offsets, double factor, double shift) {
        for (int j = 0; j < a.length; j++) {
            a[j] = (float) ((a[j] - offsets[j]) * factor + shift);
        }
    }

    /** a ← eᵃ, and sums ← sums + eᵃ lane by lane. */
    static void exponentials(float[] a, float[] sums) {
        for (int j = 0; j < a.length; j++) {
            float y = Math.max(-LIMIT, Math.min(LIMIT, a[j])) * SCALE;
            float p = 1f + y * (1f + y * (1f / 2 + y * (1f / 6 + y * (1f / 24 + y * (1f / 120)))));
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            a[j] = p;
            sums[j] += p;
        }
    }

    /** lanes ← max(lanes, (a − offset) · factor), lane by lane and roughly: good enough to keep the exponentials in range. */
    static void largest(float[] a, double[] offsets, double factor, float[] lanes) {
        for (int j = 0; j < a.length; j++) {
            lanes[j] = Math.max(lanes[j], (float) ((a[j] - offsets[j]) * factor));
        }
    }

    /** The largest of the lanes. Sets them to minus infinity. */
    static float takeLargest(float[] lanes) {
        int length = lanes.length;
        while (length > FOLDED) {
            length /= 2;
            foldLargest(lanes, length);
        }
        float largest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < length; j++) {
            largest = Math.max(largest, lanes[j]);
        }
        Arrays.fill(lanes, Float.NEGATIVE_INFINITY);
        return largest;
    }

    /** The sum of the lanes, folded in halves and then in double. Clears them. */
    static double takeSum(float[] lanes) {
        int length = lanes.length;
        while (length > FOLDED) {
            length /= 2;
            fold(lanes, length);
        }
        double sum = 0;
        for (int j = 0; j < length; j++) {
            sum += lanes[j];
        }
        Arrays.fill(lanes, 0);
        return sum;
    }

    private static void fold(float[] lanes, int half) {
        for (int j = 0; j < half; j++) {
            lanes[j] += lanes[j + half];
        }
    }

    private static void foldLargest(float[] lanes, int half) {
        for (int j = 0; j < half; j++) {
            lanes[j] = Math.max(lanes[j], lanes[j + half]);
        }
    }
}

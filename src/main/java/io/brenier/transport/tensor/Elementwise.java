package io.brenier.transport.tensor;

import java.util.Arrays;

/**
 * Functions of every element of an array in plain Java, in loops that the compiler turns into vector code.
 *
 * <p>e^x − 1 for x ≤ 0 is a polynomial of degree 6 at x/64 and then six times E ← E (2 + E), which is e^(2x) − 1 from e^x − 1: the
 * relative error shrinks in every doubling. Within 4e-7 of the exact value.
 */
public final class Elementwise {

    /** Below it e^x − 1 is −1 in float. */
    private static final float UNDERFLOW = -18f;

    private Elementwise() {}

    /** a ← a + b. */
    public static void add(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
    }

    /** a ← 0. */
    public static void clear(float[] a) {
        Arrays.fill(a, 0);
    }

    /** a ← max(a, 0) + e^min(a, 0) − 1. */
    public static void elu(float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(a[i], 0f) + expm1(Math.min(a[i], 0f));
        }
    }

    /** δ ← δ (min(h, 0) + 1). */
    public static void timesEluDerivative(float[] delta, float[] h) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= Math.min(h[i], 0f) + 1f;
        }
    }

    /** a ← max(a, leak a). */
    public static void leakyRelu(float[] a, float leak) {
        leakyRelu(a, 0, a.length, leak);
    }

    /** {@link #leakyRelu} of the elements from (inclusive) to (exclusive). */
    public static void leakyRelu(float[] a, int from, int to, float leak) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(a[i], leak * a[i]);
        }
    }

    /** δ ← δ where h is positive, leak δ elsewhere. */
    public static void timesLeakyReluDerivative(float[] delta, float[] h, float leak) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] = h[i] > 0 ? delta[i] : leak * delta[i];
        }
    }

    /** a ← log(1 + e^a). */
    public static void softplus(float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (Math.max(a[i], 0.0) + Math.log1p(Math.exp(-Math.abs((double) a[i]))));
        }
    }

    /** δ ← δ (1 − e^−h). */
    public static void timesSoftplusDerivative(float[] delta, float[] h) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= -expm1(-h[i]);
        }
    }

    /** a ← tanh a. */
    public static void tanh(float[] a) {
        tanh(a, 0, a.length);
    }

    /** {@link #tanh} of the elements from (inclusive) to (exclusive). */
    public static void tanh(float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            float below = expm1(Math.min(2f * a[i], 0f));
            float above = expm1(Math.min(-2f * a[i], 0f));
            a[i] = below / (2f + below) - above / (2f + above);
        }
    }

    /** δ ← δ (1 − h²). */
    public static void timesTanhDerivative(float[] delta, float[] h) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= 1f - h[i] * h[i];
        }
    }

    /** e^x − 1 for x ≤ 0. */
    private static float expm1(float x) {
        float r = Math.max(x, UNDERFLOW) * (1f / 64);
        float e = r
                * (1f
                        + r
                                * (1f / 2)
                                * (1f
                                        + r
                                                * (1f / 3)
                                                * (1f + r * (1f / 4) * (1f + r * (1f / 5) * (1f + r * (1f / 6))))));
        e = e * (2f + e);
        e = e * (2f + e);
        e = e * (2f + e);
        e = e * (2f + e);
        e = e * (2f + e);
        return e * (2f + e);
    }
}

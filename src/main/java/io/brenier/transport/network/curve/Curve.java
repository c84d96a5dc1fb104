package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/**
 * A function φ of one number with φ′ and φ″: an activation. Where φ has a kink, φ′ is the slope on its left and φ″ that beside it. The
 * loops over floats compute every element by itself, so that rows do not depend on their neighbours.
 */
public interface Curve extends Rectifier {

    double curvature(double a);

    /** φ″ at every element, a new array. */
    NDArray curvature(EngineNumbers numbers, NDArray a);

    /** φ′ at every element, a new array; h = φ(a) spares some curves work. */
    default NDArray slope(EngineNumbers numbers, NDArray a, NDArray h) {
        return slope(numbers, a);
    }

    /** Whether φ″ is zero wherever it exists. */
    default boolean piecewiseLinear() {
        return false;
    }

    /** a ← φ(a). */
    default void apply(float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) value(a[i]);
        }
    }

    /** δ ← δ φ′(a), where h = φ(a). */
    default void timesSlope(float[] delta, float[] a, float[] h) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= (float) slope(a[i]);
        }
    }

    /** δ ← δ φ″(a). */
    default void timesCurvature(float[] delta, float[] a) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= (float) curvature(a[i]);
        }
    }
}

package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.tensor.Elementwise;

/** max(a, 0) + e^min(a, 0) − 1, which is also celu; convex. */
public record Elu() implements Curve {

    @Override
    public double value(double a) {
        return Math.max(a, 0) + Math.expm1(Math.min(a, 0));
    }

    @Override
    public double slope(double a) {
        return Math.exp(Math.min(a, 0));
    }

    @Override
    public double curvature(double a) {
        return a > 0 ? 0 : Math.exp(a);
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        return a.getNDArrayInternal().elu(1f);
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        return a.minimum(numbers.of(0)).exp();
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a, NDArray h) {
        return h.minimum(numbers.of(0)).addi(numbers.of(1));
    }

    @Override
    public NDArray curvature(EngineNumbers numbers, NDArray a) {
        return a.minimum(numbers.of(0)).exp().muli(a.lte(numbers.of(0)).toType(a.getDataType(), false));
    }

    @Override
    public void apply(float[] a) {
        Elementwise.elu(a);
    }

    @Override
    public void timesSlope(float[] delta, float[] a, float[] h) {
        Elementwise.timesEluDerivative(delta, h);
    }
}

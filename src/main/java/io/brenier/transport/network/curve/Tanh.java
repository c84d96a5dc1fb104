package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.tensor.Elementwise;

/** tanh a; not convex. */
public record Tanh() implements Curve {

    @Override
    public double value(double a) {
        return Math.tanh(a);
    }

    @Override
    public double slope(double a) {
        double h = Math.tanh(a);
        return 1 - h * h;
    }

    @Override
    public double curvature(double a) {
        double h = Math.tanh(a);
        return -2 * h * (1 - h * h);
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        return a.tanh();
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        return slope(numbers, a, a.tanh());
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a, NDArray h) {
        return h.square().negi().addi(numbers.of(1));
    }

    @Override
    public NDArray curvature(EngineNumbers numbers, NDArray a) {
        NDArray h = a.tanh();
        return slope(numbers, a, h).muli(h).muli(numbers.of(-2));
    }

    @Override
    public void apply(float[] a) {
        Elementwise.tanh(a);
    }

    @Override
    public void timesSlope(float[] delta, float[] a, float[] h) {
        Elementwise.timesTanhDerivative(delta, h);
    }
}

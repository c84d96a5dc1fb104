package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/** log cosh a, of which tanh is the slope; convex. */
public record LogCosh() implements Curve {

    private static final double LOG_2 = Math.log(2);

    @Override
    public double value(double a) {
        double size = Math.abs(a);
        return size + Math.log1p(Math.exp(-2 * size)) - LOG_2;
    }

    @Override
    public double slope(double a) {
        return Math.tanh(a);
    }

    @Override
    public double curvature(double a) {
        double h = Math.tanh(a);
        return 1 - h * h;
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        NDArray size = a.abs();
        NDArray small = size.mul(numbers.of(-2)).exp().addi(numbers.of(1)).log();
        return small.addi(size).subi(numbers.of(LOG_2));
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        return a.tanh();
    }

    @Override
    public NDArray curvature(EngineNumbers numbers, NDArray a) {
        return a.tanh().square().negi().addi(numbers.of(1));
    }
}

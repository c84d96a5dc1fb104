package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/**
 * τ log(1 + e^(a/τ)), a smooth max(a, 0); convex.
 *
 * @param temperature τ, positive
 */
public record Softplus(double temperature) implements Curve {

    public Softplus {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("the temperature is %s; it must be positive".formatted(temperature));
        }
    }

    @Override
    public double value(double a) {
        return Math.max(a, 0) + temperature * Math.log1p(Math.exp(-Math.abs(a) / temperature));
    }

    @Override
    public double slope(double a) {
        return sigmoid(a / temperature);
    }

    @Override
    public double curvature(double a) {
        double rising = sigmoid(a / temperature);
        return rising * (1 - rising) / temperature;
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        return temperature == 1
                ? a.getNDArrayInternal().softPlus()
                : scaled(numbers, a).getNDArrayInternal().softPlus().muli(numbers.of(temperature));
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        return EngineNumbers.sigmoid(scaled(numbers, a));
    }

    @Override
    public NDArray curvature(EngineNumbers numbers, NDArray a) {
        NDArray rising = slope(numbers, a);
        return rising.sub(rising.square()).muli(numbers.of(1 / temperature));
    }

    /** 1/(1 + e^−a). */
    static double sigmoid(double a) {
        double small = Math.exp(-Math.abs(a));
        return a > 0 ? 1 / (1 + small) : small / (1 + small);
    }

    private NDArray scaled(EngineNumbers numbers, NDArray a) {
        return temperature == 1 ? a : a.mul(numbers.of(1 / temperature));
    }
}

package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/**
 * e^(c a): makes a positive factor of a free parameter.
 *
 * @param rate c
 */
public record Exponential(double rate) implements Rectifier {

    @Override
    public double value(double a) {
        return Math.exp(rate * a);
    }

    @Override
    public double slope(double a) {
        return rate * Math.exp(rate * a);
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        return a.mul(numbers.of(rate)).exp();
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        return value(numbers, a).muli(numbers.of(rate));
    }
}

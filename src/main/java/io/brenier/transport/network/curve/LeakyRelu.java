package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.tensor.Elementwise;

/**
 * max(a, leak a); convex.
 *
 * @param leak slope below 0, in [0, 1); 0 makes it max(a, 0)
 */
public record LeakyRelu(float leak) implements Curve {

    public LeakyRelu {
        if (!(leak >= 0 && leak < 1)) {
            throw new IllegalArgumentException("the slope below 0 is %s; it must be in [0, 1)".formatted(leak));
        }
    }

    @Override
    public double value(double a) {
        return Math.max(a, leak * a);
    }

    @Override
    public double slope(double a) {
        return a > 0 ? 1 : leak;
    }

    @Override
    public double curvature(double a) {
        return 0;
    }

    @Override
    public boolean piecewiseLinear() {
        return true;
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        return a.getNDArrayInternal().leakyRelu(leak);
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        NDArray positive = a.gt(numbers.of(0)).toType(a.getDataType(), false);
        return leak == 0 ? positive : positive.muli(numbers.of(1 - leak)).addi(numbers.of(leak));
    }

    @Override
    public NDArray curvature(EngineNumbers numbers, NDArray a) {
        return a.zerosLike();
    }

    @Override
    public void apply(float[] a) {
        Elementwise.leakyRelu(a, leak);
    }

    @Override
    public void timesSlope(float[] delta, float[] a, float[] h) {
        Elementwise.timesLeakyReluDerivative(delta, a, leak);
    }
}

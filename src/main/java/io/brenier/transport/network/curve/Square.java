package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/**
 * c a²; convex.
 *
 * @param factor c, positive
 */
public record Square(double factor) implements Curve {

    public Square {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("the factor is %s; it must be positive".formatted(factor));
        }
    }

    @Override
    public double value(double a) {
        return factor * a * a;
    }

    @Override
    public double slope(double a) {
        return 2 * factor * a;
    }

    @Override
    public double curvature(double a) {
        return 2 * factor;
    }

    @Override
    public NDArray value(EngineNumbers numbers, NDArray a) {
        NDArray square = a.square();
        return factor == 1 ? square : square.muli(numbers.of(factor));
    }

    @Override
    public NDArray slope(EngineNumbers numbers, NDArray a) {
        return a.mul(numbers.of(2 * factor));
    }

    @Override
    public NDArray curvature(EngineNumbers numbers, NDArray a) {
        return numbers.of(2 * factor).broadcast(a.getShape());
    }

    @Override
    public void apply(float[] a) {
        float c = (float) factor;
        for (int i = 0; i < a.length; i++) {
            a[i] *= c * a[i];
        }
    }

    @Override
    public void timesSlope(float[] delta, float[] a, float[] h) {
        float c = (float) (2 * factor);
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= c * a[i];
        }
    }

    @Override
    public void timesCurvature(float[] delta, float[] a) {
        float c = (float) (2 * factor);
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= c;
        }
    }
}

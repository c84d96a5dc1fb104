package io.brenier.transport.dual.trainer;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/**
 * A pair whose optimal map is known: x ~ N(0, I), T(x) = R g(Rᵀx) with a rotation R and g(u) = u/2 + tanh(2u) + 1 in each coordinate, the gradient of
 * a convex function.
 */
final class KnownPair {

    private final double cos = Math.cos(0.6);
    private final double sin = Math.sin(0.6);

    Points source(int rows, long seed) {
        return normal(rows, 2, seed);
    }

    Points target(int rows, long seed) {
        return map(source(rows, seed));
    }

    Points map(Points x) {
        float[] values = new float[x.values().length];
        for (int i = 0; i < x.rows(); i++) {
            double u = bend(cos * x.at(i, 0) + sin * x.at(i, 1));
            double v = bend(-sin * x.at(i, 0) + cos * x.at(i, 1));
            values[2 * i] = (float) (cos * u - sin * v);
            values[2 * i + 1] = (float) (sin * u + cos * v);
        }
        return Points.of(values, x.rows(), 2);
    }

    private static double bend(double u) {
        return u / 2 + Math.tanh(2 * u) + 1;
    }

    static Points normal(int rows, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, dimension);
    }
}

package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;
import java.util.Random;

/** Seeded normal samples for tests. */
public final class GaussianSamples {

    private GaussianSamples() {}

    /** n points of N(mean, deviation² I). */
    public static Points isotropic(int rows, double deviation, long seed, double... mean) {
        Random random = new Random(seed);
        int d = mean.length;
        float[] values = new float[rows * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean[i % d] + deviation * random.nextGaussian());
        }
        return Points.of(values, rows, d);
    }

    /** A symmetric positive definite matrix G Gᵀ / d + ridge I with uniform entries of G; [d, d] row-major. */
    public static double[] covariance(int dimension, double ridge, long seed) {
        Random random = new Random(seed);
        double[] factor = random.doubles((long) dimension * dimension, -1, 1).toArray();
        double[] covariance = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                double sum = i == j ? ridge : 0;
                for (int k = 0; k < dimension; k++) {
                    sum += factor[i * dimension + k] * factor[j * dimension + k] / dimension;
                }
                covariance[i * dimension + j] = sum;
            }
        }
        return covariance;
    }
}

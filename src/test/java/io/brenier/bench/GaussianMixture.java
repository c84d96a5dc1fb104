package io.brenier.bench;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** A mixture of Gaussians with random centres N(0, I) and standard deviations of .2 to .6 in every coordinate of every component. */
final class GaussianMixture {

    private final double[][] centers;
    private final double[][] deviations;

    GaussianMixture(int dimension, int components, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        centers = new double[components][dimension];
        deviations = new double[components][dimension];
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < dimension; i++) {
                centers[k][i] = random.nextGaussian();
                deviations[k][i] = 0.2 + 0.4 * random.nextDouble();
            }
        }
    }

    Points draw(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int dimension = centers[0].length;
        float[] values = new float[rows * dimension];
        for (int row = 0; row < rows; row++) {
            int k = random.nextInt(centers.length);
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (centers[k][i] + deviations[k][i] * random.nextGaussian());
            }
        }
        return Points.of(values, rows, dimension);
    }
}

package io.brenier.transport.metric.discrepancy;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Unit vectors of R^d in orthonormal groups, uniformly distributed: steadier in a mean over them than independent ones. */
final class Directions {

    private Directions() {}

    /** At least {@code fewest} of them where the dimension is below that: as many whole bases as that takes; else exactly so many, orthonormal. */
    static double[][] orthonormal(int dimension, int fewest, long seed) {
        int group = Math.min(dimension, fewest);
        int groups = Math.ceilDiv(fewest, group);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] directions = new double[groups * group][];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = normal(dimension, random);
            for (int pass = 0; pass < 2; pass++) { // twice, since once leaves what rounding makes of the first
                for (int j = i - i % group; j < i; j++) {
                    subtractProjection(directions[i], directions[j]);
                }
                normalize(directions[i]);
            }
        }
        return directions;
    }

    private static double[] normal(int dimension, RandomGenerator random) {
        double[] vector = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            vector[k] = random.nextGaussian();
        }
        return vector;
    }

    private static void subtractProjection(double[] vector, double[] unit) {
        double product = 0;
        for (int k = 0; k < unit.length; k++) {
            product += vector[k] * unit[k];
        }
        for (int k = 0; k < unit.length; k++) {
            vector[k] -= product * unit[k];
        }
    }

    private static void normalize(double[] vector) {
        double squared = 0;
        for (double entry : vector) {
            squared += entry * entry;
        }
        double factor = 1 / Math.sqrt(squared);
        for (int k = 0; k < vector.length; k++) {
            vector[k] *= factor;
        }
    }
}

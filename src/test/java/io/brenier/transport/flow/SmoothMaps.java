package io.brenier.transport.flow;

import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.SplittableRandom;

/** Strictly convex, smooth potentials: ½ a|x|² + w Σⱼ log(1 + exp⟨kⱼ, x⟩). */
final class SmoothMaps {

    private SmoothMaps() {}

    static QuadraticMlpPotential potential(int dimension, float a, float w, long seed) {
        int hidden = 12;
        float[] weights = normals(dimension * hidden, seed);
        float[] last = new float[hidden];
        java.util.Arrays.fill(last, w);
        return new QuadraticMlpPotential(
                diagonal(dimension, a),
                new float[dimension],
                new Mlp(
                        List.of(new DenseLayer(weights, dimension, hidden), new DenseLayer(last, hidden, 1)),
                        Activation.SOFTPLUS));
    }

    /** Such a potential between units of its own on either side. */
    static StandardizedDualPotentials between(Standardization source, Standardization target, float a, float w) {
        int dimension = source.dimension();
        return new StandardizedDualPotentials(
                source,
                target,
                potential(dimension, a, w, 3),
                new AffineMlpMap(diagonal(dimension, 1 / a), new float[dimension], null));
    }

    static float[] diagonal(int dimension, float value) {
        float[] matrix = new float[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            matrix[i * dimension + i] = value;
        }
        return matrix;
    }

    static Points points(int rows, int dimension, long seed) {
        return Points.of(normals(rows * dimension, seed), rows, dimension);
    }

    private static float[] normals(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

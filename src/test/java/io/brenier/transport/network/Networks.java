package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small random networks and points for tests. */
final class Networks {

    private Networks() {}

    /** A network whose layers all have biases that are not zero, and a last layer as large as the others. */
    static Mlp random(int inputs, List<Integer> hidden, int outputs, Activation activation, long seed) {
        Mlp initial = Mlp.initial(inputs, hidden, outputs, activation, seed);
        float[] flat = initial.flatten();
        SplittableRandom random = new SplittableRandom(seed + 1);
        for (int i = 0; i < flat.length; i++) {
            flat[i] += (float) (0.2 * random.nextGaussian());
        }
        return initial.withParameters(flat);
    }

    static QuadraticMlpPotential potential(int d, List<Integer> hidden, Activation activation, long seed) {
        return new QuadraticMlpPotential(
                symmetric(d, seed), normal(d, seed + 2), random(d, hidden, 1, activation, seed));
    }

    static AffineMlpMap map(int d, List<Integer> hidden, Activation activation, long seed) {
        return new AffineMlpMap(normal(d * d, seed), normal(d, seed + 2), random(d, hidden, d, activation, seed));
    }

    static Points points(int rows, int d, long seed) {
        return Points.of(normal(rows * d, seed), rows, d);
    }

    static float[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static List<Points> rowsOf(Points points) {
        List<Points> rows = new ArrayList<>();
        for (int i = 0; i < points.rows(); i++) {
            rows.add(points.slice(i, i + 1));
        }
        return rows;
    }

    private static float[] symmetric(int d, long seed) {
        float[] a = normal(d * d, seed + 3);
        float[] matrix = new float[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i * d + j] = (a[i * d + j] + a[j * d + i]) / 2 + (i == j ? 2 : 0);
            }
        }
        return matrix;
    }
}

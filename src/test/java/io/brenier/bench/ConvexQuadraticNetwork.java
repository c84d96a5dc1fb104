package io.brenier.bench;

import java.util.Arrays;
import java.util.Map;

/**
 * The gradient of one potential of the benchmark: an input-convex network of three layers with quadratic skips (Korotin et al. 2021),
 * without its strongly convex term. Works on blocks that lie by column; one instance serves one thread.
 */
final class ConvexQuadraticNetwork {

    private static final int LAYERS = 3;

    private final float[][][] quadratic = new float[LAYERS][][];
    private final float[][][] quadraticTransposed = new float[LAYERS][][];
    private final float[][][] linear = new float[LAYERS][][];
    private final float[][][] linearTransposed = new float[LAYERS][][];
    private final float[][] bias = new float[LAYERS][];
    private final float[][][] hidden = new float[LAYERS][][];
    private final float[][][] hiddenTransposed = new float[LAYERS][][];
    private final float[] output;

    private final float[][][] q = new float[LAYERS][][];
    private final float[][][] activated = new float[LAYERS][][];
    private final float[][][] slope = new float[LAYERS][][];
    private final float[][][] scaled = new float[LAYERS][][];

    /**
     * @param prefix v1 or v2
     * @param block samples a call
     */
    ConvexQuadraticNetwork(Map<String, FloatArray> arrays, String prefix, int block) {
        for (int l = 0; l < LAYERS; l++) {
            quadraticTransposed[l] = matrix(arrays.get(prefix + "_Q" + l));
            quadratic[l] = transposed(quadraticTransposed[l]);
            linear[l] = matrix(arrays.get(prefix + "_W" + l));
            linearTransposed[l] = transposed(linear[l]);
            bias[l] = arrays.get(prefix + "_b" + l).values();
            int width = bias[l].length;
            q[l] = new float[width][block];
            activated[l] = new float[width][block];
            slope[l] = new float[width][block];
            scaled[l] = new float[width][block];
            if (l > 0) {
                hidden[l] = matrix(arrays.get(prefix + "_A" + l));
                hiddenTransposed[l] = transposed(hidden[l]);
            }
        }
        output = arrays.get(prefix + "_a_out").values();
    }

    /** out += ∇φ(x). */
    void addGradient(float[][] x, float[][] out) {
        for (int l = 0; l < LAYERS; l++) {
            forward(l, x);
        }
        float[][] last = slope[LAYERS - 1];
        for (int i = 0; i < output.length; i++) {
            multiply(last[i], output[i]);
        }
        for (int l = LAYERS - 1; l >= 0; l--) {
            if (l < LAYERS - 1) {
                ColumnProducts.assign(hiddenTransposed[l + 1], slope[l + 1], scaled[l]);
                multiply(slope[l], scaled[l]);
            }
            ColumnProducts.add(linearTransposed[l], slope[l], out);
            for (int i = 0; i < slope[l].length; i++) {
                twiceProduct(q[l][i], slope[l][i], scaled[l][i]);
            }
            ColumnProducts.add(quadraticTransposed[l], scaled[l], out);
        }
    }

    /** Fills q, the activation and its derivative of one layer. */
    private void forward(int l, float[][] x) {
        float[][] z = activated[l];
        ColumnProducts.assign(quadratic[l], x, q[l]);
        for (int i = 0; i < z.length; i++) {
            squarePlus(q[l][i], bias[l][i], z[i]);
        }
        ColumnProducts.add(linear[l], x, z);
        if (l > 0) {
            ColumnProducts.add(hidden[l], activated[l - 1], z);
        }
        for (int i = 0; i < z.length; i++) {
            if (l == 0) {
                Arrays.fill(slope[l][i], 1); // no activation on the first layer
            } else {
                celu(z[i], slope[l][i]);
            }
        }
    }

    private static void squarePlus(float[] q, float bias, float[] z) {
        for (int b = 0; b < z.length; b++) {
            z[b] = q[b] * q[b] + bias;
        }
    }

    /** z ← celu(z), and its derivative min(celu(z), 0) + 1. */
    private static void celu(float[] z, float[] slope) {
        for (int b = 0; b < z.length; b++) {
            double exponent = Math.max(-40, Math.min(z[b], 0)) * (1.0 / 1024);
            double e = 1
                    + exponent
                            * (1
                                    + exponent
                                            * (1.0 / 2
                                                    + exponent * (1.0 / 6 + exponent * (1.0 / 24 + exponent / 120))));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            slope[b] = (float) e;
            z[b] = (float) (Math.max(z[b], 0) + (e - 1));
        }
    }

    private static void multiply(float[] values, float factor) {
        for (int b = 0; b < values.length; b++) {
            values[b] *= factor;
        }
    }

    private static void multiply(float[][] values, float[][] factors) {
        for (int i = 0; i < values.length; i++) {
            float[] value = values[i];
            float[] factor = factors[i];
            for (int b = 0; b < value.length; b++) {
                value[b] *= factor[b];
            }
        }
    }

    private static void twiceProduct(float[] left, float[] right, float[] out) {
        for (int b = 0; b < out.length; b++) {
            out[b] = 2 * left[b] * right[b];
        }
    }

    static float[][] matrix(FloatArray array) {
        int rows = array.shape()[0];
        int columns = array.shape()[1];
        float[][] matrix = new float[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(array.values(), i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    private static float[][] transposed(float[][] matrix) {
        float[][] transposed = new float[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }
}

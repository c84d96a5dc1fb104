package io.brenier.bench;

import io.brenier.transport.tensor.Elementwise;
import io.brenier.transport.tensor.RowProducts;

/** The gradient of one of the two convex networks that make a Mix3ToMix10 pair (Korotin et al. 2021), for blocks of rows. */
final class BenchmarkPotential {

    private static final int LAYERS = 3;

    private final int dimension;
    private final float strongConvexity;
    private final float[][] q = new float[LAYERS][];
    private final float[][] qTransposed = new float[LAYERS][];
    private final float[][] w = new float[LAYERS][];
    private final float[][] wTransposed = new float[LAYERS][];
    private final float[][] b = new float[LAYERS][];
    private final float[][] a = new float[LAYERS][];
    private final float[][] aTransposed = new float[LAYERS][];
    private final float[] out;

    BenchmarkPotential(NpzFile file, String name, int dimension) {
        this.dimension = dimension;
        strongConvexity = (float) file.number("strong_convexity");
        for (int l = 0; l < LAYERS; l++) {
            q[l] = file.floats(name + "_Q" + l);
            w[l] = file.floats(name + "_W" + l);
            b[l] = file.floats(name + "_b" + l);
            qTransposed[l] = transpose(q[l], dimension, b[l].length);
            wTransposed[l] = transpose(w[l], b[l].length, dimension);
        }
        for (int l = 1; l < LAYERS; l++) {
            a[l] = file.floats(name + "_A" + l);
            aTransposed[l] = transpose(a[l], b[l].length, b[l - 1].length);
        }
        out = file.floats(name + "_a_out");
    }

    /** g += ∇φ(x) for some rows. */
    void addGradient(float[] x, int rows, float[] g) {
        float[][] products = new float[LAYERS][];
        float[][] h = new float[LAYERS][];
        for (int l = 0; l < LAYERS; l++) {
            int width = b[l].length;
            products[l] = new float[rows * width];
            RowProducts.addProduct(x, 0, rows, dimension, q[l], width, products[l]);
            h[l] = new float[rows * width];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(b[l], 0, h[l], r * width, width);
            }
            RowProducts.addProduct(x, 0, rows, dimension, wTransposed[l], width, h[l]);
            for (int i = 0; i < h[l].length; i++) {
                h[l][i] += products[l][i] * products[l][i];
            }
            if (l > 0) {
                RowProducts.addProduct(h[l - 1], 0, rows, b[l - 1].length, aTransposed[l], width, h[l]);
                Elementwise.elu(h[l], h[l].length);
            }
        }
        float[][] deltas = deltas(h, rows);
        for (int l = 0; l < LAYERS; l++) {
            int width = b[l].length;
            RowProducts.addProduct(deltas[l], 0, rows, width, w[l], dimension, g);
            for (int i = 0; i < rows * width; i++) {
                products[l][i] *= 2 * deltas[l][i];
            }
            RowProducts.addProduct(products[l], 0, rows, width, qTransposed[l], dimension, g);
        }
        for (int i = 0; i < rows * dimension; i++) {
            g[i] += strongConvexity * x[i];
        }
    }

    private float[][] deltas(float[][] h, int rows) {
        float[][] deltas = new float[LAYERS][];
        deltas[2] = new float[h[2].length];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(out, 0, deltas[2], r * out.length, out.length);
        }
        Elementwise.timesEluDerivative(deltas[2], h[2], h[2].length);
        for (int l = 1; l >= 0; l--) {
            deltas[l] = new float[h[l].length];
            RowProducts.addProduct(deltas[l + 1], 0, rows, b[l + 1].length, a[l + 1], b[l].length, deltas[l]);
            if (l == 1) {
                Elementwise.timesEluDerivative(deltas[1], h[1], h[1].length);
            }
        }
        return deltas;
    }

    private static float[] transpose(float[] matrix, int rows, int columns) {
        float[] transposed = new float[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }
        return transposed;
    }
}

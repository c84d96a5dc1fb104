package io.brenier.transport.tensor.vector;

/** Products Aᵀ B of two matrices with as many rows: sums of outer products, as derivatives by weights are. */
public final class TransposedProduct {

    private static final int PANEL = 2 * Tiles.LANES;

    private TransposedProduct() {}

    /**
     * C ← C + Aᵀ B.
     *
     * @param a row k of A from a{@code [aFrom + k · aStride]} on
     * @param columns of A, which are the rows of C
     * @param b row k of B from b{@code [bFrom + k · stride]} on
     * @param stride between rows of B and of C: their columns, padded
     * @param rows of A and B
     * @param c rows of C from its beginning on
     */
    public static void add(
            float[] a, int aFrom, int aStride, int columns, float[] b, int bFrom, int stride, int rows, float[] c) {
        int panel = 0;
        for (; panel + PANEL <= stride; panel += PANEL) {
            Tiles.addWide(a, aFrom, 1, aStride, columns, b, bFrom + panel, stride, rows, c, panel, stride);
        }
        if (panel < stride) {
            Tiles.addNarrow(a, aFrom, 1, aStride, columns, b, bFrom + panel, stride, rows, c, panel, stride);
        }
    }
}

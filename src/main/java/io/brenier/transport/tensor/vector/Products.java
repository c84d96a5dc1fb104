package io.brenier.transport.tensor.vector;

/** Products of matrices as they lie in memory, B and C with padded rows ({@link VectorUnit#padded}). */
public final class Products {

    private static final int PANEL = 2 * Tiles.LANES;

    private Products() {}

    /**
     * C ← C + Aᵀ B for A and B with as many rows: sums of outer products, as derivatives by weights are.
     *
     * @param a row k of A from a{@code [aFrom + k · aStride]} on
     * @param columns of A, which are the rows of C
     * @param b row k of B from b{@code [bFrom + k · stride]} on
     * @param stride between rows of B and of C
     * @param rows of A and B
     * @param c rows of C from its beginning on
     */
    public static void addTransposed(
            float[] a, int aFrom, int aStride, int columns, float[] b, int bFrom, int stride, int rows, float[] c) {
        add(a, aFrom, 1, aStride, columns, b, bFrom, stride, rows, c);
    }

    /**
     * C ← C + A B.
     *
     * @param a row i of A from a{@code [aFrom + i · aStride]} on
     * @param rows of A and C
     * @param b row k of B from b{@code [bFrom + k · stride]} on
     * @param stride between rows of B and of C
     * @param inner columns of A, which are the rows of B
     * @param c rows of C from its beginning on
     */
    public static void add(
            float[] a, int aFrom, int aStride, int rows, float[] b, int bFrom, int stride, int inner, float[] c) {
        add(a, aFrom, aStride, 1, rows, b, bFrom, stride, inner, c);
    }

    private static void add(
            float[] a, int aFrom, int row, int step, int rows, float[] b, int bFrom, int stride, int depth, float[] c) {
        int panel = 0;
        for (; panel + PANEL <= stride; panel += PANEL) {
            Tiles.addWide(a, aFrom, row, step, rows, b, bFrom + panel, stride, depth, c, panel, stride);
        }
        if (panel < stride) {
            Tiles.addNarrow(a, aFrom, row, step, rows, b, bFrom + panel, stride, depth, c, panel, stride);
        }
    }
}

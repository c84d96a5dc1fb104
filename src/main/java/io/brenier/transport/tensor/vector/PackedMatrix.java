package io.brenier.transport.tensor.vector;

/**
 * A matrix B laid out for products A B: in panels of two vectors' width (the last of one, where that suffices), each row after row, so that
 * a tile reads it front to back. Columns beyond the last are zero. Belongs to one thread at a time.
 */
public final class PackedMatrix {

    private static final int PANEL = 2 * Tiles.LANES;

    private final int rows;
    private final int columns;
    private final int stride;
    private final float[] panels;

    /** Zeros, until something is packed. */
    public PackedMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        stride = VectorUnit.padded(columns);
        panels = new float[Math.multiplyExact(rows, stride)];
    }

    /** Takes over a matrix [rows, columns] that lies row by row in an array. */
    public void pack(float[] source, int from) {
        for (int panel = 0; panel < stride; panel += PANEL) {
            int width = width(panel);
            int count = Math.min(width, columns - panel);
            for (int k = 0; k < rows; k++) {
                System.arraycopy(source, from + k * columns + panel, panels, panel * rows + k * width, count);
            }
        }
    }

    /** Takes over the transpose of a matrix [columns, rows] that lies row by row in an array. */
    public void packTransposed(float[] source, int from) {
        for (int panel = 0; panel < stride; panel += PANEL) {
            int width = width(panel);
            int count = Math.min(width, columns - panel);
            for (int k = 0; k < rows; k++) {
                int at = panel * rows + k * width;
                int element = from + panel * rows + k;
                for (int j = 0; j < count; j++) {
                    panels[at + j] = source[element + j * rows];
                }
            }
        }
    }

    /** Between two rows of a product: the columns, padded. */
    public int stride() {
        return stride;
    }

    /**
     * C ← C + A B.
     *
     * @param a row i of A from a{@code [from + i · aStride]} on
     * @param count rows of A and C
     * @param c row i of C from c{@code [to + i · stride()]} on
     */
    public void addProduct(float[] a, int from, int aStride, int count, float[] c, int to) {
        for (int panel = 0; panel < stride; panel += PANEL) {
            int width = width(panel);
            if (width == PANEL) {
                Tiles.addWide(a, from, aStride, 1, count, panels, panel * rows, width, rows, c, to + panel, stride);
            } else {
                Tiles.addNarrow(a, from, aStride, 1, count, panels, panel * rows, width, rows, c, to + panel, stride);
            }
        }
    }

    private int width(int panel) {
        return Math.min(PANEL, stride - panel);
    }
}

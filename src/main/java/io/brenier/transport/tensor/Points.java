package io.brenier.transport.tensor;

import java.util.Arrays;

/**
 * Points of R^d, one a row: an n × d matrix of 32-bit floats in row-major order.
 *
 * <p>The array is not copied: who hands it over gives it away, and nobody writes to it afterwards.
 */
public final class Points {

    private final float[] values;
    private final int rows;
    private final int dimension;

    private Points(float[] values, int rows, int dimension) {
        this.values = values;
        this.rows = rows;
        this.dimension = dimension;
    }

    /**
     * Points over a row-major array.
     *
     * @throws IllegalArgumentException if the dimension is not positive, rows is negative or the array's length is not rows × dimension
     */
    public static Points of(float[] values, int rows, int dimension) {
        if (dimension < 1 || rows < 0 || values.length != Math.multiplyExact(rows, dimension)) {
            throw new IllegalArgumentException(
                    "%d values are no %d rows of dimension %d".formatted(values.length, rows, dimension));
        }
        return new Points(values, rows, dimension);
    }

    /** Points from rows of equal length; at least one row, so that the dimension is known. */
    public static Points ofRows(float[]... rows) {
        int dimension = rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, dimension)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != dimension) {
                throw new IllegalArgumentException(
                        "row %d has %d columns, row 0 has %d".formatted(i, rows[i].length, dimension));
            }
            System.arraycopy(rows[i], 0, values, i * dimension, dimension);
        }
        return of(values, rows.length, dimension);
    }

    public static Points zeros(int rows, int dimension) {
        return of(new float[Math.multiplyExact(rows, dimension)], rows, dimension);
    }

    /** The backing row-major array, not a copy. */
    public float[] values() {
        return values;
    }

    public int rows() {
        return rows;
    }

    public int dimension() {
        return dimension;
    }

    public float at(int row, int column) {
        return values[row * dimension + column];
    }

    /** A copy of one row. */
    public float[] row(int index) {
        return Arrays.copyOfRange(values, index * dimension, (index + 1) * dimension);
    }

    /** A copy of the rows from (inclusive) to (exclusive). */
    public Points slice(int from, int to) {
        return of(Arrays.copyOfRange(values, from * dimension, to * dimension), to - from, dimension);
    }

    /** A copy of the rows at the given indices, in that order. */
    public Points select(int[] indices) {
        float[] selected = new float[Math.multiplyExact(indices.length, dimension)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * dimension, selected, i * dimension, dimension);
        }
        return of(selected, indices.length, dimension);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points that
                && rows == that.rows
                && dimension == that.dimension
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * dimension + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Points[%d × %d]".formatted(rows, dimension);
    }
}

package io.brenier.transport.network;

import io.brenier.transport.tensor.Columns;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/** Between row-major matrices and arrays of rows, which the plain-Java kernels work on. */
final class Matrices {

    /** Rows worked on at a time: with a few hundred units a row they stay in the first caches. */
    static final int BLOCK = 16;

    private Matrices() {}

    static float[][] rows(float[] matrix, int rows, int columns) {
        float[][] result = new float[rows][];
        for (int i = 0; i < rows; i++) {
            result[i] = Arrays.copyOfRange(matrix, i * columns, (i + 1) * columns);
        }
        return result;
    }

    static float[][] columns(float[] matrix, int rows, int columns) {
        return Columns.ofFloats(Points.of(matrix, rows, columns));
    }

    /** Copies points from one on into the first rows of a block. */
    static void read(Points points, int from, int count, float[][] block) {
        int d = points.dimension();
        for (int r = 0; r < count; r++) {
            System.arraycopy(points.values(), (from + r) * d, block[r], 0, d);
        }
    }

    /** Copies the first rows of a block over the rows of a matrix from one on. */
    static void write(float[][] block, int count, float[] matrix, int from, int d) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(block[r], 0, matrix, (from + r) * d, d);
        }
    }
}

package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Columns;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the matrix |xᵢ − yⱼ|². In few dimensions a row is computed whenever it is asked for, which is as fast as
 * to fetch it; in more it is kept, as long as the matrix has no more than {@value #MOST_KEPT} entries.
 */
final class SquaredDistances {

    private static final int MOST_KEPT = 1 << 24;
    private static final int FEW_DIMENSIONS = 4;

    private final Points from;
    private final double[][] toColumns;
    private final float @Nullable [][] kept;

    SquaredDistances(Points from, Points to) {
        this.from = from;
        this.toColumns = Columns.of(to);
        boolean keep = from.dimension() > FEW_DIMENSIONS && (long) from.rows() * to.rows() <= MOST_KEPT;
        this.kept = keep ? computeAll(to.rows()) : null;
    }

    int rows() {
        return from.rows();
    }

    /** |xᵢ − ·|² into the given row. */
    void fill(int i, double[] row) {
        if (kept == null) {
            compute(i, row);
            return;
        }
        float[] line = kept[i];
        for (int j = 0; j < row.length; j++) {
            row[j] = line[j];
        }
    }

    private float[][] computeAll(int columns) {
        float[][] all = new float[from.rows()][columns];
        double[] row = new double[columns];
        for (int i = 0; i < all.length; i++) {
            compute(i, row);
            float[] line = all[i];
            for (int j = 0; j < columns; j++) {
                line[j] = (float) row[j];
            }
        }
        return all;
    }

    private void compute(int i, double[] row) {
        Arrays.fill(row, 0);
        for (int k = 0; k < toColumns.length; k++) {
            addSquares(from.at(i, k), toColumns[k], row);
        }
    }

    private static void addSquares(double coordinate, double[] column, double[] row) {
        for (int j = 0; j < row.length; j++) {
            double difference = coordinate - column[j];
            row[j] += difference * difference;
        }
    }
}

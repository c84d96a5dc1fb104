package io.brenier.transport.metric.discrepancy;

import io.brenier.transport.tensor.Columns;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/** The rows of the matrix |xᵢ − yⱼ|², one at a time: the matrix itself is never held. */
public final class DistanceRows {

    private final Points from;
    private final double[][] columns;
    private final double[] row;

    /** @throws IllegalArgumentException if the dimensions differ */
    public DistanceRows(Points from, Points to) {
        if (from.dimension() != to.dimension()) {
            throw new IllegalArgumentException("%s and %s differ in dimension".formatted(from, to));
        }
        this.from = from;
        this.row = new double[to.rows()];
        this.columns = Columns.of(to);
    }

    public int rows() {
        return from.rows();
    }

    /** |xᵢ − y|² for y from {@code first} on, at its index in the answer, which the next call overwrites. */
    public double[] squared(int i, int first) {
        Arrays.fill(row, first, row.length, 0);
        for (int k = 0; k < columns.length; k++) {
            addSquares(from.at(i, k), columns[k], first);
        }
        return row;
    }

    private void addSquares(double coordinate, double[] column, int first) {
        for (int j = first; j < row.length; j++) {
            double difference = coordinate - column[j];
            row[j] += difference * difference;
        }
    }
}

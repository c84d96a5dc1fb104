package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Points;

/** Half steps in double throughout, for thousands of points at most: marginals may be had to ten digits. */
final class ExactHalfSteps implements HalfSteps {

    private final int rows;
    private final int columns;
    private final Softmin toRows;
    private final Softmin toColumns;

    ExactHalfSteps(Points x, Points y) {
        this.rows = x.rows();
        this.columns = y.rows();
        this.toRows = new Softmin(new SquaredDistances(x, y), columns);
        this.toColumns = new Softmin(new SquaredDistances(y, x), rows);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double[] toRows(double[] g, double[] guess, double epsilon) {
        return toRows.apply(g, guess, epsilon);
    }

    @Override
    public double[] toColumns(double[] f, double[] guess, double epsilon) {
        return toColumns.apply(f, guess, epsilon);
    }
}

package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;

/** Rows of points, each several times in a row. */
final class RepeatedRows {

    private RepeatedRows() {}

    /** Rows from (inclusive) to (exclusive), each {@code times} times: [(to − from) · times, d]. */
    static Points of(Points x, int from, int to, int times) {
        int d = x.dimension();
        int rows = Math.multiplyExact(to - from, times);
        float[] repeated = new float[Math.multiplyExact(rows, d)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x.values(), (from + row / times) * d, repeated, row * d, d);
        }
        return Points.of(repeated, rows, d);
    }
}

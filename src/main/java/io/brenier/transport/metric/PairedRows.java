package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/** Sums over sets whose i-th rows belong together, in double. */
final class PairedRows {

    private PairedRows() {}

    /** Σᵢ |aᵢ − bᵢ|² / n. */
    static double meanSquaredDistance(Points a, Points b) {
        requireSameShape(a, b);
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double difference = (double) a.values()[i] - b.values()[i];
            sum += difference * difference;
        }
        return sum / a.rows();
    }

    /** @throws IllegalArgumentException if the shapes differ or there is no row */
    static void requireSameShape(Points a, Points b) {
        if (a.rows() != b.rows() || a.dimension() != b.dimension()) {
            throw new IllegalArgumentException("%s and %s have no rows that belong together".formatted(a, b));
        }
        requireRows(a.rows());
    }

    static void requireRows(int rows) {
        if (rows == 0) {
            throw new IllegalArgumentException("a mean over no rows is undefined");
        }
    }
}

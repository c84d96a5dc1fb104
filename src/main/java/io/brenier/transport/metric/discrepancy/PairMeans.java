package io.brenier.transport.metric.discrepancy;

import io.brenier.transport.tensor.Points;

/** Means of a function of the squared distance over pairs of points: n · m evaluations, memory for one row of them. */
final class PairMeans {

    /** A function of squared distances, summed. */
    @FunctionalInterface
    interface Sum {

        /** Σⱼ h(qⱼ) for j from {@code first} on; may write to the row. */
        double of(double[] squaredDistances, int first);
    }

    private PairMeans() {}

    /** Σᵢⱼ h(|xᵢ − yⱼ|²) / (n m); NaN if a set is empty. */
    static double across(Points x, Points y, Sum sum) {
        DistanceRows rows = new DistanceRows(x, y);
        double total = 0;
        for (int i = 0; i < x.rows(); i++) {
            total += sum.of(rows.squared(i, 0), 0);
        }
        return total / ((double) x.rows() * y.rows());
    }

    /** Σ over i ≠ j of h(|xᵢ − xⱼ|²) / (n (n − 1)): without bias for E h(|X − X′|²); NaN for fewer than two points. */
    static double within(Points x, Sum sum) {
        DistanceRows rows = new DistanceRows(x, x);
        double total = 0;
        for (int i = 0; i + 1 < x.rows(); i++) {
            total += sum.of(rows.squared(i, i + 1), i + 1);
        }
        return 2 * total / ((double) x.rows() * (x.rows() - 1));
    }
}

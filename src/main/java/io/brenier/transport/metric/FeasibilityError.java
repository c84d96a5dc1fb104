package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/** How much a pair of potentials violates the dual's constraint f(x) + g(y) ≥ ⟨x, y⟩. */
public final class FeasibilityError {

    private FeasibilityError() {}

    /**
     * E max(⟨x, y⟩ − f(x) − g(y), 0) over all n · m pairs: 0 if g is f* or anything above it.
     *
     * @param x samples of α, [n, d]
     * @param potentials f(x), [n]
     * @param y samples of β, [m, d]
     * @param conjugates g(y), [m]
     * @throws IllegalArgumentException if the dimensions differ, a set is empty or a value is missing
     */
    public static double meanViolation(Points x, float[] potentials, Points y, float[] conjugates) {
        if (x.dimension() != y.dimension() || potentials.length != x.rows() || conjugates.length != y.rows()) {
            throw new IllegalArgumentException("%s with %d and %s with %d values do not go together"
                    .formatted(x, potentials.length, y, conjugates.length));
        }
        PairedRows.requireRows(x.rows());
        PairedRows.requireRows(y.rows());
        double[][] columns = Columns.of(y);
        double[] products = new double[y.rows()];
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            Arrays.fill(products, 0);
            for (int k = 0; k < x.dimension(); k++) {
                double coordinate = x.at(i, k);
                double[] column = columns[k];
                for (int j = 0; j < products.length; j++) {
                    products[j] += coordinate * column[j];
                }
            }
            double rowSum = 0;
            for (int j = 0; j < products.length; j++) {
                rowSum += Math.max(products[j] - potentials[i] - conjugates[j], 0);
            }
            sum += rowSum;
        }
        return sum / ((double) x.rows() * y.rows());
    }
}

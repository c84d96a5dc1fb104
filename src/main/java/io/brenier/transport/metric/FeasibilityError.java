package io.brenier.transport.metric;

import io.brenier.transport.tensor.Columns;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/** How much a pair of potentials violates the dual's constraint f(x) + g(y) ≥ ⟨x, y⟩. */
public final class FeasibilityError {

    private FeasibilityError() {}

    /**
     * The violations of all n · m pairs by row and by column.
     *
     * @param ofSource Eᵧ max(⟨xᵢ, y⟩ − f(xᵢ) − g(y), 0), [n]
     * @param ofTarget Eₓ max(⟨x, yⱼ⟩ − f(x) − g(yⱼ), 0), [m]
     * @param mean of them all
     */
    public record Violations(double[] ofSource, double[] ofTarget, double mean) {}

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
        return violations(x, potentials, y, conjugates).mean();
    }

    /** As above, row by row; for an interval, say. */
    public static Violations violations(Points x, float[] potentials, Points y, float[] conjugates) {
        if (x.dimension() != y.dimension() || potentials.length != x.rows() || conjugates.length != y.rows()) {
            throw new IllegalArgumentException("%s with %d and %s with %d values do not go together"
                    .formatted(x, potentials.length, y, conjugates.length));
        }
        PairedRows.requireRows(x.rows());
        PairedRows.requireRows(y.rows());
        double[][] columns = Columns.of(y);
        double[] products = new double[y.rows()];
        double[] ofSource = new double[x.rows()];
        double[] ofTarget = new double[y.rows()];
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            Arrays.fill(products, 0);
            for (int k = 0; k < x.dimension(); k++) {
                addMultiple(x.at(i, k), columns[k], products);
            }
            double rowSum = 0;
            for (int j = 0; j < products.length; j++) {
                double violation = Math.max(products[j] - potentials[i] - conjugates[j], 0);
                rowSum += violation;
                ofTarget[j] += violation / x.rows();
            }
            sum += rowSum;
            ofSource[i] = rowSum / y.rows();
        }
        return new Violations(ofSource, ofTarget, sum / ((double) x.rows() * y.rows()));
    }

    private static void addMultiple(double factor, double[] column, double[] result) {
        for (int j = 0; j < result.length; j++) {
            result[j] += factor * column[j];
        }
    }
}

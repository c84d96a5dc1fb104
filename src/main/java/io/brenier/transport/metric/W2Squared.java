package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/** Estimates of W2², the least E|x − y|² of any coupling; without the factor ½ that many papers put before it. */
public final class W2Squared {

    private W2Squared() {}

    /**
     * W2² = E|x|² + E|y|² − 2 (E f(x) + E f*(y)): a lower bound, up to sampling, if the conjugates are exact, whatever f is.
     *
     * @param source x, [n, d]
     * @param target y, [m, d]
     * @param dualObjective E f + E f*, see {@link DualObjective}
     * @throws IllegalArgumentException if the dimensions differ or a set is empty
     */
    public static double byDual(Points source, Points target, double dualObjective) {
        if (source.dimension() != target.dimension()) {
            throw new IllegalArgumentException("%s and %s differ in dimension".formatted(source, target));
        }
        return meanSquaredNorm(source) + meanSquaredNorm(target) - 2 * dualObjective;
    }

    /**
     * E|x − T(x)|²: an upper bound, up to sampling, if T pushes the source to the target exactly.
     *
     * @param points x, [n, d]
     * @param images T(x), [n, d]
     * @throws IllegalArgumentException if the shapes differ or there is no row
     */
    public static double byMap(Points points, Points images) {
        return PairedRows.meanSquaredDistance(points, images);
    }

    private static double meanSquaredNorm(Points points) {
        PairedRows.requireRows(points.rows());
        double sum = 0;
        for (float value : points.values()) {
            sum += (double) value * value;
        }
        return sum / points.rows();
    }
}

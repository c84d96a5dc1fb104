package io.brenier.transport.metric;

import io.brenier.transport.entropic.Sinkhorn;
import io.brenier.transport.entropic.SinkhornRule;
import io.brenier.transport.metric.discrepancy.DistanceRows;
import io.brenier.transport.tensor.Points;

/**
 * What a map costs beyond the best way to the same images: E|x − T(x)|² − W2²(x, T#x), 0 where T is optimal for where it goes, as
 * gradients of convex functions are (Uscidda and Cuturi 2023). It says nothing of where that is.
 */
public final class MongeGap {

    /** ε relative to the mean cost: small, for the bound is tight to second order in it. */
    private static final double RELATIVE_EPSILON = 0.01;

    private static final double TOLERANCE = 1e-2;
    private static final int MOST_ITERATIONS = 500;

    private MongeGap() {}

    /**
     * The gap of the sample, from above: W2² by the dual value of Sinkhorn's potentials made feasible by two hard c-transforms, g(y) = minᵢ c(xᵢ, y) − f(xᵢ)
     * and f likewise, so never more than W2². Against Uscidda and Cuturi, who subtract the entropic cost itself, this leaves no term of the
     * order of ε: the gap of an optimal map is 0 up to ε², and no gap is below 0 but by rounding. Fewer samples make the gap smaller, since the best matching of them is
     * freer. n² · d for each of up to some hundred iterations.
     *
     * @param points x, [n, d]
     * @param images T(x), [n, d]
     * @return the gap, in the units of |x|²; NaN where a point is not finite
     * @throws IllegalArgumentException if the shapes differ or there is no row
     */
    public static double of(Points points, Points images) {
        double moved = PairedRows.meanSquaredDistance(points, images);
        if (!Double.isFinite(moved)) {
            return Double.NaN;
        }
        DistanceRows fromPoints = new DistanceRows(points, images);
        double meanCost = mean(fromPoints);
        if (meanCost == 0) {
            return 0;
        }
        // Sinkhorn's cost is ½|x − y|²: its potentials count twice here, its ε half.
        SinkhornRule rule = new SinkhornRule(RELATIVE_EPSILON * meanCost / 2, TOLERANCE, MOST_ITERATIONS);
        double[] f = Sinkhorn.exact(points, images, rule).f();
        for (int i = 0; i < f.length; i++) {
            f[i] *= 2;
        }
        double[] g = transform(new DistanceRows(images, points), f);
        return moved - mean(transform(fromPoints, g)) - mean(g);
    }

    /** minⱼ c(xᵢ, yⱼ) − gⱼ. */
    private static double[] transform(DistanceRows costs, double[] potential) {
        double[] transformed = new double[potential.length];
        for (int i = 0; i < transformed.length; i++) {
            double[] row = costs.squared(i, 0);
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < row.length; j++) {
                least = Math.min(least, row[j] - potential[j]);
            }
            transformed[i] = least;
        }
        return transformed;
    }

    private static double mean(DistanceRows costs) {
        double[] means = new double[costs.rows()];
        for (int i = 0; i < means.length; i++) {
            means[i] = mean(costs.squared(i, 0));
        }
        return mean(means);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

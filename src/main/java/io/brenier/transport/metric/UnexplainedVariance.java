package io.brenier.transport.metric;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;

/**
 * The share of the target's variance that a learned map leaves unexplained, in percent, where the true map is known: 0 for the true
 * map, about 100 for the map to the target's mean (L2-UVP; Korotin et al. 2021).
 */
public final class UnexplainedVariance {

    private UnexplainedVariance() {}

    /**
     * UVP = 100 · E|T̂(x) − T(x)|² / Var(β), Var the sum of the coordinates' variances.
     *
     * @param predicted T̂(x), [n, d]
     * @param truth T(x), [n, d]
     * @param targetVariance Var(β)
     * @throws IllegalArgumentException if the shapes differ, there is no row or the variance is not positive
     */
    public static double percent(Points predicted, Points truth, double targetVariance) {
        if (!(targetVariance > 0)) {
            throw new IllegalArgumentException(
                    "the target's variance is %s; it must be positive".formatted(targetVariance));
        }
        return 100 * PairedRows.meanSquaredDistance(predicted, truth) / targetVariance;
    }

    /** As above, with the variance of the true images themselves. */
    public static double percent(Points predicted, Points truth) {
        return percent(predicted, truth, Moments.of(truth).trace());
    }
}

package io.brenier.transport.metric.discrepancy;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * MMD², the squared maximum mean discrepancy E k(X, X′) + E k(Y, Y′) − 2 E k(X, Y), estimated without bias (Gretton et al. 2012, lemma 6): it
 * may be a little below 0 where the distributions are the same, and is at most 2. The kernel is the mean of five Gaussian ones,
 * k(x, y) = ⅕ Σ exp(−|x − y|² / h) with h = m/4, m/2, m, 2m, 4m, where m is the median squared distance within the known sample: so it
 * does not depend on the unit, nor on the map that is judged.
 */
public final class MaximumMeanDiscrepancy implements Discrepancy {

    private static final int BANDWIDTHS = 5;
    /** The largest h over m. */
    private static final double LARGEST = 4;
    /** More points than these make the median slower, hardly more exact. */
    private static final int MOST_FOR_MEDIAN = 500;

    private final Points known;
    private final double median;
    private final double withinKnown;

    private MaximumMeanDiscrepancy(Points known) {
        this.known = known;
        this.median = medianSquaredDistance(known);
        this.withinKnown = PairMeans.within(known, this::sumOfKernels);
    }

    /** The discrepancy from this sample, [m, d]. */
    public static MaximumMeanDiscrepancy to(Points known) {
        return new MaximumMeanDiscrepancy(known);
    }

    /** m; where more than half of the pairs coincide, their mean squared distance instead. NaN where all do: then there is no discrepancy either. */
    public double medianSquaredDistance() {
        return median;
    }

    @Override
    public double of(Points sample) {
        return PairMeans.within(sample, this::sumOfKernels)
                + withinKnown
                - 2 * PairMeans.across(sample, known, this::sumOfKernels);
    }

    /** One exponential a pair, of the largest bandwidth: each half as large squares it. */
    private double sumOfKernels(double[] squaredDistances, int first) {
        double factor = -1 / (LARGEST * median);
        double sum = 0;
        for (int j = first; j < squaredDistances.length; j++) {
            double kernel = Math.exp(factor * squaredDistances[j]);
            double kernels = kernel;
            for (int bandwidth = 1; bandwidth < BANDWIDTHS; bandwidth++) {
                kernel *= kernel;
                kernels += kernel;
            }
            sum += kernels;
        }
        return sum / BANDWIDTHS;
    }

    private static double medianSquaredDistance(Points known) {
        int n = Math.min(known.rows(), MOST_FOR_MEDIAN);
        double[] distances = new double[n * (n - 1) / 2];
        DistanceRows rows = new DistanceRows(known, known);
        int count = 0;
        for (int i = 0; i + 1 < n; i++) {
            double[] row = rows.squared(i, i + 1);
            for (int j = i + 1; j < n; j++) {
                distances[count++] = row[j];
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(distances);
        double median = distances[count / 2];
        if (median > 0) {
            return median;
        }
        double mean = Arrays.stream(distances).sum() / count;
        return mean > 0 ? mean : Double.NaN;
    }
}

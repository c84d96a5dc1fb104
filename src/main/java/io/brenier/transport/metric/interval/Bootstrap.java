package io.brenier.transport.metric.interval;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap intervals of means (Efron 1979; Davison and Hinkley 1997, section 5.3): the rows are drawn anew, with replacement,
 * {@code resamples} times; the interval holds the given share of the means in its middle. For the difference of two maps on the same rows give the
 * rows' differences: that is the paired bootstrap. The same seed gives the same interval.
 *
 * @param resamples how often the rows are drawn
 * @param level the share of the means inside, such as 0.95
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double level, long seed) {

    private static final int USUAL_RESAMPLES = 1_000;
    private static final double USUAL_LEVEL = 0.95;
    private static final long SECOND_SIDE = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;
    private static final long LOW_HALF = (1L << HALF) - 1;

    public Bootstrap {
        if (resamples < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "%d resamples at the level %s are no interval; at least 2, and a level between 0 and 1, are needed"
                            .formatted(resamples, level));
        }
    }

    /** 1,000 resamples, 95 %. */
    public static Bootstrap usual(long seed) {
        return new Bootstrap(USUAL_RESAMPLES, USUAL_LEVEL, seed);
    }

    /** Of Σᵢ aᵢ / n; unknown for fewer than two rows or where one is not finite. */
    public Interval ofMean(double[] rows) {
        return interval(means(rows, seed));
    }

    /** Of Σᵢ aᵢ / n + Σⱼ bⱼ / m, rows of two samples that are independent of each other and drawn so. */
    public Interval ofSumOfMeans(double[] first, double[] second) {
        double[] sums = means(first, seed);
        double[] others = means(second, seed + SECOND_SIDE);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
        return interval(sums);
    }

    private double[] means(double[] rows, long streamSeed) {
        double[] means = new double[resamples];
        if (rows.length < 2) {
            Arrays.fill(means, Double.NaN);
            return means;
        }
        SplittableRandom random = new SplittableRandom(streamSeed);
        for (int resample = 0; resample < resamples; resample++) {
            double sum = 0;
            for (int drawn = 0; drawn < rows.length; drawn += 2) {
                long bits = random.nextLong(); // two draws, by 32 bits each: the bias is n / 2³²
                sum += rows[(int) ((bits >>> HALF) * rows.length >>> HALF)];
                if (drawn + 1 < rows.length) {
                    sum += rows[(int) ((bits & LOW_HALF) * rows.length >>> HALF)];
                }
            }
            means[resample] = sum / rows.length;
        }
        return means;
    }

    private Interval interval(double[] means) {
        for (double mean : means) {
            if (!Double.isFinite(mean)) {
                return Interval.UNKNOWN;
            }
        }
        Arrays.sort(means);
        double tail = (1 - level) / 2;
        return new Interval(quantile(means, tail), quantile(means, 1 - tail));
    }

    /** Between the two order statistics next to it, linearly. */
    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;

/**
 * Mean and covariance of a measure on R^d, in double. The arrays are not copied; nobody writes to them.
 *
 * @param mean m, [d]
 * @param covariance Σ, symmetric, [d, d] row-major
 */
public record Moments(double[] mean, double[] covariance) {

    public Moments {
        if (mean.length == 0 || covariance.length != mean.length * mean.length) {
            throw new IllegalArgumentException("a mean of %d and a covariance of %d entries do not go together"
                    .formatted(mean.length, covariance.length));
        }
    }

    /**
     * Sample moments: m = Σᵢ xᵢ / n and the unbiased Σ = Σᵢ (xᵢ − m)(xᵢ − m)ᵀ / (n − 1), in two passes, since the one-pass formula loses
     * every digit where the mean is large against the spread.
     *
     * @throws IllegalArgumentException for fewer than two points
     */
    public static Moments of(Points points) {
        if (points.rows() < 2) {
            throw new IllegalArgumentException(
                    "%d point(s) have no covariance; at least 2 are needed".formatted(points.rows()));
        }
        double[] mean = mean(points);
        return new Moments(mean, covariance(points, mean));
    }

    public int dimension() {
        return mean.length;
    }

    /** tr Σ: the sum of the coordinates' variances. */
    public double trace() {
        double trace = 0;
        for (int i = 0; i < mean.length; i++) {
            trace += covariance[i * mean.length + i];
        }
        return trace;
    }

    /** The moments of the points after (x − m) / s. */
    public Moments standardized(Standardization standardization) {
        int d = mean.length;
        double scale = standardization.scale();
        double[] standardMean = new double[d];
        for (int i = 0; i < d; i++) {
            standardMean[i] = (mean[i] - standardization.shift()[i]) / scale;
        }
        double[] standardCovariance = new double[d * d];
        for (int i = 0; i < d * d; i++) {
            standardCovariance[i] = covariance[i] / (scale * scale);
        }
        return new Moments(standardMean, standardCovariance);
    }

    private static double[] mean(Points points) {
        int d = points.dimension();
        float[] values = points.values();
        double[] mean = new double[d];
        for (int row = 0; row < points.rows(); row++) {
            int offset = row * d;
            for (int i = 0; i < d; i++) {
                mean[i] += values[offset + i];
            }
        }
        for (int i = 0; i < d; i++) {
            mean[i] /= points.rows();
        }
        return mean;
    }

    private static double[] covariance(Points points, double[] mean) {
        int d = points.dimension();
        float[] values = points.values();
        double[] covariance = new double[d * d];
        double[] centred = new double[d];
        for (int row = 0; row < points.rows(); row++) {
            int offset = row * d;
            for (int i = 0; i < d; i++) {
                centred[i] = values[offset + i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                double factor = centred[i];
                int line = i * d;
                for (int j = i; j < d; j++) {
                    covariance[line + j] += factor * centred[j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                double entry = covariance[i * d + j] / (points.rows() - 1);
                covariance[i * d + j] = entry;
                covariance[j * d + i] = entry;
            }
        }
        return covariance;
    }
}

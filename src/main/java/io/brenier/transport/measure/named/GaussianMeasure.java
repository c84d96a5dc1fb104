package io.brenier.transport.measure.named;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** N(m, LLᵀ): x = m + L z, z of N(0, I). */
public final class GaussianMeasure implements Measure {

    private final double[] mean;
    /** Row i has i + 1 entries. */
    private final double[][] factor;

    private GaussianMeasure(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /**
     * N(m, Σ), by Cholesky's factorisation of Σ.
     *
     * @param mean m, [d]
     * @param covariance Σ, [d][d]; its lower triangle is read
     * @return empty if Σ is not positive definite
     */
    public static Optional<GaussianMeasure> of(double[] mean, double[][] covariance) {
        int d = mean.length;
        double[][] factor = new double[d][];
        for (int i = 0; i < d; i++) {
            factor[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double left = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    left -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(left > 0)) {
                    return Optional.empty();
                }
                factor[i][j] = i == j ? Math.sqrt(left) : left / factor[j][j];
            }
        }
        return Optional.of(new GaussianMeasure(mean.clone(), factor));
    }

    /** N(m, diag(σ²)). */
    public static GaussianMeasure diagonal(double[] mean, double[] deviations) {
        double[][] factor = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            factor[i] = new double[i + 1];
            factor[i][i] = deviations[i];
        }
        return new GaussianMeasure(mean.clone(), factor);
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    /** m, a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** tr LLᵀ: the sum of the coordinates' variances. */
    public double trace() {
        return Arrays.stream(factor)
                .flatMapToDouble(Arrays::stream)
                .map(entry -> entry * entry)
                .sum();
    }

    /** The measure of s (x − b). */
    GaussianMeasure scaled(double[] shift, double scale) {
        double[] scaledMean = new double[mean.length];
        double[][] scaledFactor = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            scaledMean[i] = scale * (mean[i] - shift[i]);
            scaledFactor[i] =
                    Arrays.stream(factor[i]).map(entry -> scale * entry).toArray();
        }
        return new GaussianMeasure(scaledMean, scaledFactor);
    }

    @Override
    public void draw(RandomGenerator random, double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextGaussian();
        }
        // From the last row up: row i needs only the normals up to i.
        for (int i = row.length - 1; i >= 0; i--) {
            double sum = mean[i];
            double[] line = factor[i];
            for (int k = 0; k <= i; k++) {
                sum += line[k] * row[k];
            }
            row[i] = sum;
        }
    }
}

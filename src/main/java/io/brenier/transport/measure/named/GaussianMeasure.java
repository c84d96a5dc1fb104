package io.brenier.transport.measure.named;

import io.brenier.transport.measure.Moments;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** N(m, LLᵀ): x = m + L z, z of N(0, I); log p(x) = −½ |L⁻¹(x − m)|² − Σᵢ log Lᵢᵢ − ½ d log 2π. */
public final class GaussianMeasure implements DensityMeasure {

    private final double[] mean;
    /** Row i has i + 1 entries. */
    private final double[][] factor;

    private final double logNormalizer;

    private GaussianMeasure(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
        double logDiagonal = 0;
        for (int i = 0; i < factor.length; i++) {
            logDiagonal += Math.log(factor[i][i]);
        }
        this.logNormalizer = -logDiagonal - mean.length * Math.log(2 * Math.PI) / 2;
    }

    /**
     * N(m, Σ), by Cholesky's factorisation of Σ.
     *
     * @param mean m, [d]
     * @param covariance Σ, [d][d]; its lower triangle is read
     * @return empty if Σ is not positive definite to the precision of doubles
     */
    public static Optional<GaussianMeasure> of(double[] mean, double[][] covariance) {
        int d = mean.length;
        double[][] factor = new double[d][];
        double largest = 0;
        for (int i = 0; i < d; i++) {
            largest = Math.max(largest, covariance[i][i]);
        }
        double rounding = d * Math.ulp(largest);
        for (int i = 0; i < d; i++) {
            factor[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double left = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    left -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(left > rounding && left < Double.POSITIVE_INFINITY)) {
                    return Optional.empty();
                }
                factor[i][j] = i == j ? Math.sqrt(left) : left / factor[j][j];
            }
        }
        return Optional.of(new GaussianMeasure(mean.clone(), factor));
    }

    /** The Gaussian of these moments; empty as above. */
    public static Optional<GaussianMeasure> of(Moments moments) {
        int d = moments.dimension();
        double[][] covariance = new double[d][];
        for (int i = 0; i < d; i++) {
            covariance[i] = Arrays.copyOfRange(moments.covariance(), i * d, (i + 1) * d);
        }
        return of(moments.mean(), covariance);
    }

    /** N(0, I). */
    public static GaussianMeasure standard(int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        return diagonal(new double[dimension], ones);
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
    public double logDensity(double[] x) {
        double[] white = new double[mean.length];
        double squared = 0;
        for (int i = 0; i < white.length; i++) {
            double left = x[i] - mean[i];
            double[] line = factor[i];
            for (int k = 0; k < i; k++) {
                left -= line[k] * white[k];
            }
            white[i] = left / line[i];
            squared += white[i] * white[i];
        }
        return logNormalizer - squared / 2;
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

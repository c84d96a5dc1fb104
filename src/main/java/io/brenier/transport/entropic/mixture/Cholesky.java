package io.brenier.transport.entropic.mixture;

import io.brenier.transport.measure.Moments;

/** The log-density of a Gaussian through the triangular factor of its covariance, Σ = L Lᵀ. */
final class Cholesky {

    private final double[] mean;
    private final double[][] factor;
    private final double constant;

    /** @throws IllegalArgumentException if the covariance is not positive definite */
    Cholesky(Moments moments) {
        int d = moments.dimension();
        this.mean = moments.mean();
        this.factor = new double[d][d];
        double logDeterminant = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = moments.covariance()[i * d + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i > j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > 0) {
                    factor[i][i] = Math.sqrt(sum);
                    logDeterminant += Math.log(sum);
                } else {
                    throw new IllegalArgumentException("the covariance is not positive definite");
                }
            }
        }
        this.constant = -(d * Math.log(2 * Math.PI) + logDeterminant) / 2;
    }

    /** log N(x; m, Σ) of the point that begins at the offset. */
    double logDensity(float[] points, int offset, double[] scratch) {
        double square = 0;
        for (int i = 0; i < mean.length; i++) {
            double sum = points[offset + i] - mean[i];
            double[] line = factor[i];
            for (int k = 0; k < i; k++) {
                sum -= line[k] * scratch[k];
            }
            scratch[i] = sum / line[i];
            square += scratch[i] * scratch[i];
        }
        return constant - square / 2;
    }
}

package io.brenier.transport.flow;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** N(m, Σ) with Σ = LLᵀ positive definite: log p(x) = −½ |L⁻¹(x − m)|² − Σᵢ log Lᵢᵢ − ½ d log 2π. In double. */
public final class GaussianDensity implements BaseDensity {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final double[] mean;
    /** L, row-major [d, d], zero above the diagonal. */
    private final double[] factor;

    private final double logNormalizer;

    private GaussianDensity(double[] mean, double[] factor) {
        this.mean = mean;
        this.factor = factor;
        int d = mean.length;
        double logDiagonal = 0;
        for (int i = 0; i < d; i++) {
            logDiagonal += Math.log(factor[i * d + i]);
        }
        this.logNormalizer = -logDiagonal - d * LOG_TWO_PI / 2;
    }

    /** N(0, I). */
    public static GaussianDensity standard(int dimension) {
        double[] identity = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            identity[i * dimension + i] = 1;
        }
        return new GaussianDensity(new double[dimension], identity);
    }

    /** N(m, Σ); empty if Σ is not positive definite to the precision of doubles. */
    public static Optional<GaussianDensity> of(Moments moments) {
        int d = moments.dimension();
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(d, true);
        DMatrixRMaj covariance = DMatrixRMaj.wrap(d, d, moments.covariance().clone());
        double largest = 0;
        for (int i = 0; i < d; i++) {
            largest = Math.max(largest, covariance.get(i, i));
        }
        if (!cholesky.decompose(covariance)) {
            return Optional.empty();
        }
        DMatrixRMaj factor = cholesky.getT(null);
        for (int i = 0; i < d; i++) {
            double pivot = factor.get(i, i) * factor.get(i, i);
            if (!(pivot > d * Math.ulp(largest)) || Double.isInfinite(pivot)) {
                return Optional.empty();
            }
        }
        return Optional.of(new GaussianDensity(moments.mean().clone(), factor.data));
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public double[] logDensities(Points x) {
        requireDimension(x);
        double[] logs = new double[x.rows()];
        double[] white = new double[mean.length];
        for (int row = 0; row < logs.length; row++) {
            logs[row] = logDensity(x, row, white);
        }
        return logs;
    }

    /** @param white overwritten, [d] */
    double logDensity(Points x, int row, double[] white) {
        int d = mean.length;
        double squared = 0;
        for (int i = 0; i < d; i++) {
            double left = x.at(row, i) - mean[i];
            for (int k = 0; k < i; k++) {
                left -= factor[i * d + k] * white[k];
            }
            white[i] = left / factor[i * d + i];
            squared += white[i] * white[i];
        }
        return logNormalizer - squared / 2;
    }

    @Override
    public Points sample(int rows, long seed) {
        RandomGenerator random = Sampler.generator(seed);
        float[] values = new float[Math.multiplyExact(rows, mean.length)];
        double[] white = new double[mean.length];
        for (int offset = 0; offset < values.length; offset += mean.length) {
            draw(random, white, values, offset);
        }
        return Points.of(values, rows, mean.length);
    }

    /** @param white overwritten, [d] */
    void draw(RandomGenerator random, double[] white, float[] values, int offset) {
        int d = mean.length;
        for (int i = 0; i < d; i++) {
            white[i] = random.nextGaussian();
            double sum = mean[i];
            for (int k = 0; k <= i; k++) {
                sum += factor[i * d + k] * white[k];
            }
            values[offset + i] = (float) sum;
        }
    }

    private void requireDimension(Points x) {
        if (x.dimension() != mean.length) {
            throw new IllegalArgumentException("%s do not fit a density on R^%d".formatted(x, mean.length));
        }
    }
}

package io.brenier.transport.entropic;

import io.brenier.transport.measure.Moments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The squared Wasserstein-2 distance between Gaussians, for the cost |x − y|² without ½. */
public final class GaussianDistance {

    private GaussianDistance() {}

    /**
     * W2² = |m_s − m_t|² + tr Σ_s + tr Σ_t − 2 tr (Σ_s^½ Σ_t Σ_s^½)^½ (Gelbrich 1990; the last three terms are the squared Bures distance).
     * For any measures of these moments it is a lower bound of W2². Singular covariances need no regularisation here. Never negative.
     *
     * @throws IllegalArgumentException if the dimensions differ or a covariance is not finite
     */
    public static double w2Squared(Moments source, Moments target) {
        int d = source.dimension();
        if (target.dimension() != d) {
            throw new IllegalArgumentException(
                    "the source has dimension %d, the target %d".formatted(d, target.dimension()));
        }
        DMatrixRMaj root =
                SymmetricEigen.of(DMatrixRMaj.wrap(d, d, source.covariance())).squareRoot();
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj product = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(root, DMatrixRMaj.wrap(d, d, target.covariance()), half);
        CommonOps_DDRM.mult(half, root, product);
        double fidelity = CommonOps_DDRM.trace(
                SymmetricEigen.of(SymmetricEigen.symmetrized(product)).squareRoot());
        double shift = 0;
        for (int i = 0; i < d; i++) {
            double difference = source.mean()[i] - target.mean()[i];
            shift += difference * difference;
        }
        return Math.max(0, shift + source.trace() + target.trace() - 2 * fidelity);
    }
}

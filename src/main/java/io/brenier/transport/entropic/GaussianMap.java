package io.brenier.transport.entropic;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The affine Brenier map x ↦ M x + b with M symmetric positive definite: the gradient of ½ xᵀMx + bᵀx. The arrays are not copied.
 *
 * @param matrix M, [d, d] row-major, exactly symmetric
 * @param shift b, [d]
 */
public record GaussianMap(double[] matrix, double[] shift) {

    /** Below this share of the mean variance a direction counts as one in which the samples do not vary. */
    private static final double RIDGE = 1e-6;

    public GaussianMap {
        if (shift.length == 0 || matrix.length != shift.length * shift.length) {
            throw new IllegalArgumentException("a matrix of %d and a shift of %d entries do not go together"
                    .formatted(matrix.length, shift.length));
        }
    }

    /**
     * The optimal map, for the squared distance, between Gaussians N(m_s, Σ_s) and N(m_t, Σ_t):
     * M = Σ_s^-½ (Σ_s^½ Σ_t Σ_s^½)^½ Σ_s^-½, b = m_t − M m_s (Olkin and Pukelsheim 1982; Peyré and Cuturi 2019, remark 2.31).
     *
     * <p>A covariance with an eigenvalue below 10⁻⁶ tr Σ / d, as constant columns or fewer samples than dimensions make it, first gets
     * 10⁻⁶ tr Σ / d added to its diagonal, so that the map stays invertible; a direction in which only one side varies is then stretched
     * or shrunk about a thousandfold, never without bound.
     *
     * @throws IllegalArgumentException if the dimensions differ, a covariance is zero or one is not finite
     */
    public static GaussianMap between(Moments source, Moments target) {
        int d = source.dimension();
        if (target.dimension() != d) {
            throw new IllegalArgumentException(
                    "the source has dimension %d, the target %d".formatted(d, target.dimension()));
        }
        SymmetricEigen sourceEigen = SymmetricEigen.of(regularized(source));
        DMatrixRMaj root = sourceEigen.squareRoot();
        DMatrixRMaj inverseRoot = sourceEigen.map(value -> 1 / Math.sqrt(value));
        DMatrixRMaj middle =
                SymmetricEigen.of(congruence(root, regularized(target))).squareRoot();
        DMatrixRMaj matrix = congruence(inverseRoot, middle);
        return throughMeans(matrix, source.mean(), target.mean());
    }

    /** x ↦ x. */
    public static GaussianMap identity(int dimension) {
        return new GaussianMap(CommonOps_DDRM.identity(dimension).getData(), new double[dimension]);
    }

    public int dimension() {
        return shift.length;
    }

    /** y ↦ M⁻¹ y − M⁻¹ b. */
    public GaussianMap inverse() {
        int d = shift.length;
        DMatrixRMaj inverse = SymmetricEigen.of(DMatrixRMaj.wrap(d, d, matrix)).map(value -> 1 / value);
        return throughMeans(inverse, shift, new double[d]);
    }

    /** M x + b for every row, [n, d] → [n, d], summed in double. */
    public Points apply(Points points) {
        int d = shift.length;
        if (points.dimension() != d) {
            throw new IllegalArgumentException(
                    "points of dimension %d do not fit a map of dimension %d".formatted(points.dimension(), d));
        }
        float[] from = points.values();
        float[] to = new float[from.length];
        double[] image = new double[d];
        for (int offset = 0; offset < from.length; offset += d) {
            System.arraycopy(shift, 0, image, 0, d);
            for (int j = 0; j < d; j++) {
                double coordinate = from[offset + j];
                int column = j * d; // M is symmetric: its column is its row, and rows lie together in memory
                for (int i = 0; i < d; i++) {
                    image[i] += coordinate * matrix[column + i];
                }
            }
            for (int i = 0; i < d; i++) {
                to[offset + i] = (float) image[i];
            }
        }
        return Points.of(to, points.rows(), d);
    }

    /** Σ, with a small multiple of the identity added where it is singular. */
    private static DMatrixRMaj regularized(Moments moments) {
        int d = moments.dimension();
        double variance = moments.trace() / d;
        if (!(variance > 0)) {
            throw new IllegalArgumentException(
                    "all points are the same: there is no Gaussian map from or to a set without spread");
        }
        DMatrixRMaj covariance = new DMatrixRMaj(d, d, true, Arrays.copyOf(moments.covariance(), d * d));
        if (SymmetricEigen.of(covariance).smallest() < RIDGE * variance) {
            for (int i = 0; i < d; i++) {
                covariance.add(i, i, RIDGE * variance);
            }
        }
        return covariance;
    }

    /** A B A for symmetric A and B. */
    private static DMatrixRMaj congruence(DMatrixRMaj outer, DMatrixRMaj inner) {
        int d = outer.getNumRows();
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj whole = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(outer, inner, half);
        CommonOps_DDRM.mult(half, outer, whole);
        return SymmetricEigen.symmetrized(whole);
    }

    /** The map with this matrix that takes one point to the other. */
    private static GaussianMap throughMeans(DMatrixRMaj matrix, double[] from, double[] to) {
        int d = from.length;
        double[] shift = new double[d];
        for (int i = 0; i < d; i++) {
            double image = 0;
            for (int j = 0; j < d; j++) {
                image += matrix.get(i, j) * from[j];
            }
            shift[i] = to[i] - image;
        }
        return new GaussianMap(matrix.getData(), shift);
    }
}

package io.brenier.transport.entropic;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** A = Q diag(λ) Qᵀ of a symmetric matrix, and functions of the matrix through its eigenvalues. */
final class SymmetricEigen {

    private final double[] eigenvalues;
    private final DMatrixRMaj eigenvectors;

    private SymmetricEigen(double[] eigenvalues, DMatrixRMaj eigenvectors) {
        this.eigenvalues = eigenvalues;
        this.eigenvectors = eigenvectors;
    }

    /** @throws IllegalArgumentException if the matrix holds a NaN or an infinity */
    static SymmetricEigen of(DMatrixRMaj matrix) {
        int d = matrix.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!isFinite(matrix) || !eigen.decompose(matrix.copy())) {
            throw new IllegalArgumentException("a covariance matrix has no eigendecomposition: it is not finite");
        }
        double[] values = new double[d];
        DMatrixRMaj vectors = new DMatrixRMaj(d, d);
        for (int j = 0; j < d; j++) {
            values[j] = eigen.getEigenvalue(j).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(j);
            for (int i = 0; i < d; i++) {
                vectors.set(i, j, vector.get(i, 0));
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : eigenvalues) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /** Q diag(φ(λ)) Qᵀ, exactly symmetric. */
    DMatrixRMaj map(DoubleUnaryOperator function) {
        int d = eigenvalues.length;
        DMatrixRMaj scaled = eigenvectors.copy();
        for (int j = 0; j < d; j++) {
            double factor = function.applyAsDouble(eigenvalues[j]);
            for (int i = 0; i < d; i++) {
                scaled.set(i, j, scaled.get(i, j) * factor);
            }
        }
        DMatrixRMaj result = new DMatrixRMaj(d, d);
        CommonOps_DDRM.multTransB(scaled, eigenvectors, result);
        return symmetrized(result);
    }

    /** A^½; eigenvalues that rounding left below zero count as zero. */
    DMatrixRMaj squareRoot() {
        return map(value -> Math.sqrt(Math.max(value, 0)));
    }

    /** (A + Aᵀ) / 2. */
    static DMatrixRMaj symmetrized(DMatrixRMaj matrix) {
        int d = matrix.getNumRows();
        DMatrixRMaj result = new DMatrixRMaj(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                result.set(i, j, (matrix.get(i, j) + matrix.get(j, i)) / 2);
            }
        }
        return result;
    }

    private static boolean isFinite(DMatrixRMaj matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.getNumElements(); i++) {
            sum += Math.abs(matrix.get(i));
        }
        return Double.isFinite(sum);
    }
}

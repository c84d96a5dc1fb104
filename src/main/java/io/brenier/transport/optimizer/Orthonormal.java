package io.brenier.transport.optimizer;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Orthonormal bases of small square matrices, in double. */
final class Orthonormal {

    private Orthonormal() {}

    /** Eigenvectors of a symmetric matrix as columns, row-major [n, n]. */
    static float[] eigenvectors(float[] symmetric, int n) {
        DMatrixRMaj matrix = matrix(symmetric, n);
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, true, true);
        if (!decomposition.decompose(matrix)) {
            throw new ArithmeticException("the eigenvectors of a preconditioner were not found");
        }
        float[] vectors = new float[n * n];
        for (int j = 0; j < n; j++) {
            DMatrixRMaj vector = decomposition.getEigenVector(j);
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = (float) vector.get(i);
            }
        }
        return vectors;
    }

    /** The factor Q of A = QR with a non-negative diagonal of R, row-major [n, n], by Householder reflections. */
    static float[] factor(float[] values, int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = values[i];
        }
        double[] q = HouseholderQr.orthonormalFactor(a, n);
        float[] result = new float[q.length];
        for (int i = 0; i < q.length; i++) {
            result[i] = (float) q[i];
        }
        return result;
    }

    private static DMatrixRMaj matrix(float[] values, int n) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < values.length; i++) {
            matrix.data[i] = values[i];
        }
        return matrix;
    }
}

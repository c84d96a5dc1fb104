package io.brenier.transport.network.family;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The symmetric root A of a positive semidefinite matrix, A² = M; eigenvalues that rounding made negative count as 0. */
final class SymmetricRoot {

    private SymmetricRoot() {}

    /** @throws IllegalArgumentException if the matrix is not finite */
    static float[] of(float[] matrix, int d) {
        DMatrixRMaj m = new DMatrixRMaj(d, d);
        for (int i = 0; i < matrix.length; i++) {
            if (!Float.isFinite(matrix[i])) {
                throw new IllegalArgumentException("the quadratic's matrix is not finite");
            }
            m.set(i, matrix[i]);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(m)) {
            throw new IllegalArgumentException("the quadratic's matrix has no eigendecomposition");
        }
        double[] root = new double[d * d];
        for (int k = 0; k < d; k++) {
            double size = Math.sqrt(Math.max(eigen.getEigenvalue(k).getReal(), 0));
            DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    root[i * d + j] += size * vector.get(i) * vector.get(j);
                }
            }
        }
        float[] result = new float[d * d];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) root[i];
        }
        return result;
    }
}

package io.brenier.transport.optimizer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Orthonormal bases of small square matrices, in double. */
final class Orthonormal {

    private Orthonormal() {}

    /**
     * Eigenvectors of a symmetric matrix as columns, row-major [n, n], that of the largest eigenvalue first, as the
     * orthogonal iteration wants them. Of a matrix that is not
     * finite they are NaN, as the parameters are after such a gradient: the trainer sees it there. Where the decomposition does not converge,
     * as with entries of very different size, they are those of the identity, from which the iteration finds its way as well.
     */
    static float[] eigenvectors(float[] symmetric, int n) {
        float[] vectors = new float[n * n];
        if (!finite(symmetric)) {
            Arrays.fill(vectors, Float.NaN);
            return vectors;
        }
        DMatrixRMaj matrix = matrix(symmetric, n);
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, true, true);
        if (!decomposition.decompose(matrix)) {
            return identity(n);
        }
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -decomposition.getEigenvalue(i).getReal()))
                .toList();
        for (int j = 0; j < n; j++) {
            DMatrixRMaj vector = decomposition.getEigenVector(order.get(j));
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = (float) vector.get(i);
            }
        }
        return vectors;
    }

    /** The factor Q of A = QR with a non-negative diagonal of R, row-major [n, n]. */
    static float[] factor(float[] values, int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < values.length; i++) {
            a[i / n][i % n] = values[i];
        }
        double[][] q = CholeskyQr.orthonormalFactor(a);
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) q[i / n][i % n];
        }
        return result;
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static float[] identity(int n) {
        float[] identity = new float[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }

    /** Divided by its largest entry, since the decomposition squares what it is given. */
    private static DMatrixRMaj matrix(float[] values, int n) {
        double largest = Float.MIN_NORMAL;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < values.length; i++) {
            matrix.data[i] = values[i] / largest;
        }
        return matrix;
    }
}

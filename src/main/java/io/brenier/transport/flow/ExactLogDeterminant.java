package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The whole Hessian by d products with the unit vectors, made symmetric, and log det = 2 Σᵢ log Lᵢᵢ by Cholesky's factorisation LLᵀ in
 * double: d products and d³/3 operations a row.
 */
public record ExactLogDeterminant() implements LogDeterminant {

    /** Floats of the Hessians that are held at a time. */
    private static final int HELD = 1 << 21;

    @Override
    public LogDeterminants at(HessianProducts hessian, Points x) {
        int d = x.dimension();
        LogDeterminants result = LogDeterminants.of(x.rows());
        int block = Math.max(1, HELD / (d * d));
        for (int from = 0; from < x.rows(); from += block) {
            int to = Math.min(x.rows(), from + block);
            evaluate(hessian, x, from, to, result);
        }
        return result;
    }

    private static void evaluate(HessianProducts hessian, Points x, int from, int to, LogDeterminants result) {
        int d = x.dimension();
        Points repeated = RepeatedRows.of(x, from, to, d);
        Points units = Points.zeros(repeated.rows(), d);
        for (int row = 0; row < units.rows(); row++) {
            units.values()[row * d + row % d] = 1;
        }
        float[] columns = hessian.apply(repeated, units).values();
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(d, true);
        DMatrixRMaj matrix = new DMatrixRMaj(d, d);
        for (int row = from; row < to; row++) {
            int start = (row - from) * d * d;
            double sum = 0;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double entry = ((double) columns[start + i * d + j] + columns[start + j * d + i]) / 2;
                    matrix.set(i, j, entry);
                    sum += Math.abs(entry);
                }
            }
            if (Double.isFinite(sum)) {
                factorize(cholesky, matrix, row, result);
            } else {
                result.refuse(row, HessianStatus.NON_FINITE);
            }
        }
    }

    private static void factorize(
            CholeskyDecomposition_F64<DMatrixRMaj> cholesky, DMatrixRMaj matrix, int row, LogDeterminants result) {
        double largest = 0;
        for (int i = 0; i < matrix.numRows; i++) {
            largest = Math.max(largest, matrix.get(i, i));
        }
        if (!cholesky.decompose(matrix)) {
            result.refuse(row, HessianStatus.NOT_POSITIVE_DEFINITE);
            return;
        }
        DMatrixRMaj factor = cholesky.getT(null);
        double logDeterminant = 0;
        for (int i = 0; i < factor.numRows; i++) {
            double diagonal = factor.get(i, i);
            if (!(diagonal * diagonal > ROUNDING * largest)) {
                result.refuse(row, HessianStatus.NOT_POSITIVE_DEFINITE);
                return;
            }
            logDeterminant += 2 * Math.log(diagonal);
        }
        result.set(row, logDeterminant, 0);
    }
}

package io.brenier.transport.flow;

/**
 * log det ∇²f(x_i) of n rows.
 *
 * @param values [n]; NaN where the Hessian is not positive definite
 * @param standardErrors of the values, [n]; 0 where they are exact
 * @param statuses [n]
 */
public record LogDeterminants(double[] values, double[] standardErrors, HessianStatus[] statuses) {

    static LogDeterminants of(int rows) {
        return new LogDeterminants(new double[rows], new double[rows], new HessianStatus[rows]);
    }

    void set(int row, double value, double standardError) {
        values[row] = value;
        standardErrors[row] = standardError;
        statuses[row] = HessianStatus.POSITIVE_DEFINITE;
    }

    void refuse(int row, HessianStatus status) {
        values[row] = Double.NaN;
        standardErrors[row] = Double.NaN;
        statuses[row] = status;
    }

    /** Rows without a value. */
    public int undefined() {
        int count = 0;
        for (HessianStatus status : statuses) {
            if (status != HessianStatus.POSITIVE_DEFINITE) {
                count++;
            }
        }
        return count;
    }
}

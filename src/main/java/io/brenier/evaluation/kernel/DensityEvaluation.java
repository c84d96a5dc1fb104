package io.brenier.evaluation.kernel;

import io.brenier.transport.flow.HessianStatus;

/**
 * Densities of a moved measure at n points.
 *
 * @param logDensities in nats, [n]; NaN where the Hessian is not positive definite
 * @param logDeterminants log det ∇²f, [n]; NaN there too
 * @param standardErrors of them, [n]; 0 where they are exact
 * @param hessians [n]
 * @param rows how each preimage was found
 */
public record DensityEvaluation(
        double[] logDensities,
        double[] logDeterminants,
        double[] standardErrors,
        HessianStatus[] hessians,
        RowReport rows) {

    /** Rows without a density. */
    public int undefined() {
        int count = 0;
        for (double value : logDensities) {
            if (!Double.isFinite(value)) {
                count++;
            }
        }
        return count;
    }
}

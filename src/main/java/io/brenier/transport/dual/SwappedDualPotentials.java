package io.brenier.transport.dual;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.RowStatus;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * Potentials learned from target to source, served from source to target: g = f* is the learned one, so that the way back ∇g is exact
 * and the map ∇f = ∇g* is its amortizer's guess.
 *
 * @param learned from target to source
 */
public record SwappedDualPotentials(DualPotentials learned) implements DualPotentials {

    @Override
    public int dimension() {
        return learned.dimension();
    }

    @Override
    public Points transport(Points points, Direction direction) {
        return learned.transport(points, opposite(direction));
    }

    /** ∇g(y) as it is: with f = g* there is nothing to solve for, and every finite row has converged at once. */
    @Override
    public ConjugateResult refineInverse(Points y, LbfgsSpec spec) {
        Points argmins = learned.transport(y, Direction.FORWARD);
        float[] values = learned.potential(y, Direction.FORWARD);
        RowStatus[] statuses = new RowStatus[y.rows()];
        Arrays.fill(statuses, RowStatus.CONVERGED);
        for (int row = 0; row < statuses.length; row++) {
            if (!Float.isFinite(values[row]) || !isFinite(argmins, row)) {
                statuses[row] = RowStatus.NON_FINITE;
            }
        }
        return new ConjugateResult(argmins, values, statuses, new int[y.rows()], new float[y.rows()]);
    }

    @Override
    public float[] potential(Points points, Direction direction) {
        return learned.potential(points, opposite(direction));
    }

    /** ∇²f(x) = ∇²g(y)⁻¹ at the guess y of ∇f(x); NaN where g is not strictly convex there. */
    @Override
    public Points hessianProducts(Points x, Points v) {
        Points y = transport(x, Direction.FORWARD);
        return InverseHessians.solve(direction -> learned.hessianProducts(y, direction), v);
    }

    private static boolean isFinite(Points points, int row) {
        for (float value : points.row(row)) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.FORWARD ? Direction.INVERSE : Direction.FORWARD;
    }
}

package io.brenier.transport.dual;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.RowStatus;
import io.brenier.transport.tensor.Points;

/**
 * What training returns and serving evaluates: a convex potential f on the source side with the Brenier map ∇f, and its conjugate
 * f* on the target side with ∇f*, the way back. Everything is in the coordinates of the samples, float32, row by row: a row's answer
 * does not depend on its neighbours, to the last bit. Immutable, engine-free and safe for use by many threads.
 */
public interface DualPotentials {

    int dimension();

    /** FORWARD: ∇f(x), [n, d]. INVERSE: the amortizer's guess of ∇f*(y), [n, d]. */
    Points transport(Points points, Direction direction);

    /**
     * ∇f*(y) by the conjugate solver on f, started at the amortizer's guess; [n, d] with a status a row. Residuals are in units
     * of the target's coordinates; the tolerance is relative to their spread, the root of their mean variance, so that it means the same
     * whatever the unit. A row that strays into a far valley of f keeps its guess ({@link RowStatus#STRAYED}).
     */
    ConjugateResult refineInverse(Points y, LbfgsSpec spec);

    /** FORWARD: f(x), [n]. INVERSE: f*(y) = ⟨x̂, y⟩ − f(x̂) at the amortizer's guess x̂, [n]: a lower bound of the true f*. Up to one constant c: f + c goes with f* − c. */
    float[] potential(Points points, Direction direction);

    /**
     * ∇²f(x_i) v_i for every row: the derivative of ∇f at x_i along v_i, on one side where f has a kink.
     *
     * @param x [n, d], on the source side
     * @param v as many rows
     */
    Points hessianProducts(Points x, Points v);
}

package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/**
 * A differentiable function f: R^d → R, evaluated row by row: what a row gives does not depend on its neighbours, to the last bit.
 * Implementations are immutable and may be shared between threads.
 */
public interface Potential {

    int dimension();

    /** f(x_i) for every row: [n, d] → [n]. */
    float[] values(Points x);

    /** ∇f(x_i) for every row: [n, d] → [n, d]. */
    Points gradients(Points x);

    /** Both at once, for the price of little more than the gradients. */
    ValuesAndGradients valuesAndGradients(Points x);

    /**
     * ∇²f(x_i) v_i for every row: the derivative of ∇f at x_i along v_i. Where f has a kink, as piecewise linear activations have, it is
     * the product with the Hessian on one side of it.
     *
     * @param x [n, d]
     * @param v as many rows
     */
    Points hessianProducts(Points x, Points v);

    /** f(x_i), [n], and ∇f(x_i), [n, d]. */
    record ValuesAndGradients(float[] values, Points gradients) {}
}

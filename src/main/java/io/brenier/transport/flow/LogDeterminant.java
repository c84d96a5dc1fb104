package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;

/** log det ∇²f at points, from products with the Hessian alone. What a row gives does not depend on its neighbours. */
public sealed interface LogDeterminant permits ExactLogDeterminant, LanczosLogDeterminant {

    /**
     * What float products leave of zero, relative to the largest eigenvalue or diagonal entry: a Hessian whose least is not above that is
     * not positive definite as far as can be told.
     */
    double ROUNDING = 0x1p-20;

    /** @param x [n, d] */
    LogDeterminants at(HessianProducts hessian, Points x);
}

package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;

/** The products ∇²f(x_i) v_i of a potential, for every row: [n, d], [n, d] → [n, d]. */
@FunctionalInterface
public interface HessianProducts {

    Points apply(Points x, Points v);
}

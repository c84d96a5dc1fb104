package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/**
 * A map R^d → R^d given directly as a field, which need not be a gradient. Rows are independent to the last bit.
 * Implementations are immutable and may be shared between threads.
 */
public interface TransportMap {

    int dimension();

    /** T(x_i) for every row: [n, d] → [n, d]. */
    Points apply(Points x);
}

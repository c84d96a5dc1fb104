package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;

/** A measure whose density is known. */
public interface BaseDensity extends Sampler {

    /** log p(x_i) for every row, in nats: [n, d] → [n]. */
    double[] logDensities(Points x);
}

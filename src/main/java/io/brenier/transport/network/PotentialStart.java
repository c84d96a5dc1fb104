package io.brenier.transport.network;

/** What a potential's fixed quadratic part is, and so the map before the first step. */
public enum PotentialStart {
    /** ½|x|² in standardised coordinates: shift and scale only. */
    IDENTITY,
    /** ½ xᵀMx + bᵀx: the optimal map between Gaussians of the same moments. */
    GAUSSIAN
}

package io.brenier.transport.network.graph;

import io.brenier.transport.network.NetworkSpec;

/**
 * What a network was built from, and can be built from again. The arrays are not copied; nobody writes to them afterwards.
 *
 * @param spec its kind
 * @param matrix M of the quadratic that it starts at, row-major [d, d]
 * @param shift b of it, [d]
 */
public record Origin(NetworkSpec spec, float[] matrix, float[] shift) {}

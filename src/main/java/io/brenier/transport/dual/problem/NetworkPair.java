package io.brenier.transport.dual.problem;

import io.brenier.transport.network.Potential;
import io.brenier.transport.network.TransportMap;

/**
 * A potential and the guess of its conjugate's argmins at fixed parameters, standardised.
 *
 * @param potential f
 * @param amortizer y ↦ x₀, near ∇f*(y)
 */
public record NetworkPair(Potential potential, TransportMap amortizer) {}

package io.brenier.transport.dual.problem;

import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.QuadraticMlpPotential;

/**
 * A potential and the guess of its conjugate's argmins at fixed parameters, standardised.
 *
 * @param potential f
 * @param amortizer y ↦ x₀, near ∇f*(y)
 */
public record NetworkPair(QuadraticMlpPotential potential, AffineMlpMap amortizer) {}

package io.brenier.transport.network;

import java.util.List;

/**
 * An input convex network with squares in every layer: q_k(x) = Σ_r ⟨Q_kr, x⟩² + ⟨W_k, x⟩ + b_k, z_0 = q(x), z_i = celu(z_{i−1} C_i +
 * q(x)), f = ⟨F, z⟩ + ½|Aᵀx|² + bᵀx, where A and b are learned and start at the start's quadratic. Convex while no C_i and F is negative.
 * All numbers but A and b start as N(0, 0.1²). Korotin et al., Wasserstein-2 generative networks (2021).
 *
 * @param hidden widths of the layers, z_0 first
 * @param rank squares a unit, 1 to 64
 * @param positiveWeights how C_i and F are kept from being negative
 * @param startScale what F is multiplied by at the start, in (0, 1]
 * @param start the quadratic
 */
public record DenseIcnnSpec(
        List<Integer> hidden, int rank, PositiveWeights positiveWeights, double startScale, PotentialStart start)
        implements NetworkSpec {

    private static final int MAX_RANK = 64;

    public DenseIcnnSpec {
        hidden = SpecRules.hidden(hidden);
        SpecRules.within("rank", rank, 1, MAX_RANK);
        SpecRules.positive("startScale", startScale, 1);
    }
}

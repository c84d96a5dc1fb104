package io.brenier.transport.network;

import java.util.List;

/**
 * An input convex network with quadratic terms in every layer, as in OTT. With q_k(x) = ½ Σ_j s(D_jk) x_j² + ½ Σ_r ⟨A_kr, x⟩² + ⟨B_k, x⟩ +
 * c_k and s the softplus: z_1 = act(q(x)), z_{i+1} = act(z_i W_i⁺ + q(x)), the last of one unit, and f = z + ½|Aᵀx|² + bᵀx, where A and b
 * are learned and start at the start's quadratic (½ Σ max(D_j, 0) x_j² with the identity). Convex while no W_i⁺ is negative. Amos, Xu,
 * Kolter, Input convex neural networks (2017); Bunne, Krause, Cuturi, Supervised training of conditional Monge maps (2022).
 *
 * @param hidden widths of the hidden layers
 * @param activation after every layer, the last included
 * @param rank squares ⟨A_kr, x⟩² a unit, 0 to 64
 * @param positiveWeights how W_i are kept from being negative
 * @param startScale what the last layer's weights are multiplied by at the start, in (0, 1]: the smaller, the nearer f is to its quadratic
 * @param start the quadratic
 */
public record IcnnSpec(
        List<Integer> hidden,
        ConvexActivation activation,
        int rank,
        PositiveWeights positiveWeights,
        double startScale,
        PotentialStart start)
        implements NetworkSpec {

    private static final int MAX_RANK = 64;

    public IcnnSpec {
        hidden = SpecRules.hidden(hidden);
        SpecRules.within("rank", rank, 0, MAX_RANK);
        SpecRules.positive("startScale", startScale, 1);
    }
}

package io.brenier.transport.network;

import java.util.List;

/**
 * An input convex network with normalising layers: z_1 = act(W_0 x + b_0), z_{i+1} = act(norm(z_i s(K_i)/fan_in + W_i x + b_i)), y =
 * act(z s(K)/fan_in + ⟨w, x⟩ + b), f = y + e^a (½ xᵀMx + bᵀx) with s the softplus and a learned from 0. norm(z) = (z + m)/e^l, of which m
 * and l are set by a first batch and learned. Convex at all parameters. Amos, On amortizing convex conjugates for optimal transport (2023).
 *
 * @param hidden widths of the hidden layers
 * @param activation after every layer, the output included
 * @param actNorm whether there are normalising layers
 * @param startScale what the last layer's weights are multiplied by at the start, in (0, 1]
 * @param start what M and b are
 */
public record ActNormIcnnSpec(
        List<Integer> hidden, ConvexActivation activation, boolean actNorm, double startScale, PotentialStart start)
        implements NetworkSpec {

    public ActNormIcnnSpec {
        hidden = SpecRules.hidden(hidden);
        SpecRules.positive("startScale", startScale, 1);
    }
}

package io.brenier.transport.network;

import java.util.List;

/**
 * A convex network of smooth maxima: z_{l+1} = τ log(e^(a/τ) + e^(b/τ)) with a = z V_1 + x W_1 + b_1 and b = z V_2 + x W_2 + b_2, no z in
 * the first layer; f = z V + ½|Aᵀx|² + bᵀx, where A and b are learned and start at the start's quadratic. Convex while no V is negative.
 *
 * @param hidden widths of the layers
 * @param temperature τ, in (0, 1000]: the smaller, the sharper
 * @param positiveWeights how the V are kept from being negative
 * @param startScale what the last V is multiplied by at the start, in (0, 1]
 * @param start the quadratic
 */
public record HyCnnSpec(
        List<Integer> hidden,
        double temperature,
        PositiveWeights positiveWeights,
        double startScale,
        PotentialStart start)
        implements NetworkSpec {

    private static final double MAX_TEMPERATURE = 1_000;

    public HyCnnSpec {
        hidden = SpecRules.hidden(hidden);
        SpecRules.positive("temperature", temperature, MAX_TEMPERATURE);
        SpecRules.positive("startScale", startScale, 1);
    }
}

package io.brenier.transport.network;

import java.util.List;

/**
 * A perceptron whose single output is activated too, beside a multiple of the start's quadratic that is learned: f(x) = act(mlp(x)) +
 * e^a (½ xᵀMx + bᵀx), a starting at 0. Amos, On amortizing convex conjugates for optimal transport (2023), PotentialNN.
 *
 * @param hidden widths of the hidden layers
 * @param activation after every layer
 * @param start what M and b are
 */
public record PotentialNnSpec(List<Integer> hidden, Activation activation, PotentialStart start)
        implements NetworkSpec {

    public PotentialNnSpec {
        hidden = SpecRules.hidden(hidden);
    }
}

package io.brenier.transport.network;

import java.util.List;

/**
 * A multilayer perceptron added to a fixed quadratic: f(x) = ½ xᵀMx + bᵀx + mlp(x).
 *
 * @param hidden widths of the hidden layers, first to last; 1 to 16 layers of 1 to 4,096 units
 * @param activation between the layers; none on the output
 * @param start what M and b are
 */
public record MlpSpec(List<Integer> hidden, Activation activation, PotentialStart start) implements NetworkSpec {

    public MlpSpec {
        hidden = SpecRules.hidden(hidden);
    }
}

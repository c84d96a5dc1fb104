package io.brenier.transport.network;

import java.util.List;

/**
 * A multilayer perceptron added to a fixed quadratic: f(x) = ½ xᵀMx + bᵀx + mlp(x).
 *
 * @param hidden widths of the hidden layers, first to last; 1 to 16 layers of 1 to 4,096 units
 * @param activation between the layers; none on the output
 * @param start what M and b are
 */
public record MlpSpec(List<Integer> hidden, Activation activation, PotentialStart start) {

    private static final int MAX_LAYERS = 16;
    private static final int MAX_WIDTH = 4_096;

    public MlpSpec {
        if (hidden.isEmpty() || hidden.size() > MAX_LAYERS) {
            throw new InvalidSpecException(
                    "hidden", "%d hidden layers are given; 1 to %d are allowed".formatted(hidden.size(), MAX_LAYERS));
        }
        for (int width : hidden) {
            if (width < 1 || width > MAX_WIDTH) {
                throw new InvalidSpecException(
                        "hidden",
                        "a hidden layer of %d units is given; 1 to %d are allowed".formatted(width, MAX_WIDTH));
            }
        }
        hidden = List.copyOf(hidden);
    }
}

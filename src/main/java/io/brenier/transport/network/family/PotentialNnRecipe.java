package io.brenier.transport.network.family;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.PotentialNnSpec;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.Elu;
import io.brenier.transport.network.curve.LeakyRelu;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.curve.Tanh;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.List;

/** {@link PotentialNnSpec}: LeCun's numbers, a tenth of them in the last layer, biases 0. */
final class PotentialNnRecipe {

    private static final double LAST_LAYER_SCALE = 0.1;

    private PotentialNnRecipe() {}

    static void build(PotentialNnSpec spec, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        Curve curve = curve(spec.activation());
        int z = GraphBuilder.POINT;
        for (int i = 0; i < spec.hidden().size(); i++) {
            z = graph.apply(
                    curve, recipe.lecunAffine("layers." + i, z, spec.hidden().get(i), 1));
        }
        int last = recipe.lecunAffine("layers." + spec.hidden().size(), z, 1, LAST_LAYER_SCALE);
        int quadratic = graph.positiveMultiple("quadratic.log_scale", graph.quadratic(recipe.matrix(), recipe.shift()));
        graph.sum(List.of(graph.apply(curve, last), quadratic));
    }

    private static Curve curve(Activation activation) {
        return switch (activation) {
            case ELU -> new Elu();
            case LEAKY_RELU -> new LeakyRelu(Recipe.LEAK);
            case SOFTPLUS -> new Softplus(1);
            case TANH -> new Tanh();
        };
    }
}

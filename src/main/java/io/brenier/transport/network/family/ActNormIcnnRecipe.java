package io.brenier.transport.network.family;

import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.List;

/** {@link ActNormIcnnSpec}: LeCun's numbers for all weights, 0 for biases. */
final class ActNormIcnnRecipe {

    private ActNormIcnnRecipe() {}

    static void build(ActNormIcnnSpec spec, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        Curve curve = Recipe.curve(spec.activation());
        int z = graph.apply(
                curve,
                recipe.lecunAffine("layers.0", GraphBuilder.POINT, spec.hidden().getFirst(), 1));
        for (int i = 1; i < spec.hidden().size(); i++) {
            int mixed = mixed("layers." + i, z, spec.hidden().get(i), 1, recipe);
            z = graph.apply(curve, spec.actNorm() ? graph.normalize("layers." + i + ".norm", mixed) : mixed);
        }
        int y = graph.apply(curve, mixed("layers." + spec.hidden().size(), z, 1, spec.startScale(), recipe));
        int quadratic = graph.positiveMultiple("quadratic.log_scale", graph.quadratic(recipe.matrix(), recipe.shift()));
        graph.sum(List.of(y, quadratic));
    }

    /** z s(K)/fan_in + x W + b. */
    private static int mixed(String name, int z, int outputs, double scale, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        int inputs = graph.width(z);
        float[] start = scaledSoftplus(recipe.draws().lecun(inputs, outputs), scale);
        int positive = graph.weight(name + ".positive", inputs, outputs, start, new Softplus(1), 1.0 / inputs);
        return graph.sum(
                List.of(graph.product(z, positive), recipe.lecunAffine(name, GraphBuilder.POINT, outputs, scale)));
    }

    /** Numbers whose softplus is that of the given ones times a factor. */
    private static float[] scaledSoftplus(float[] values, double factor) {
        if (factor == 1) {
            return values;
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) Math.log(Math.expm1(factor * Math.log1p(Math.exp(values[i]))));
        }
        return scaled;
    }
}

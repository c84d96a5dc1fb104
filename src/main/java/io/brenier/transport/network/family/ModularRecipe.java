package io.brenier.transport.network.family;

import io.brenier.transport.network.ModularSpec;
import io.brenier.transport.network.curve.LogCosh;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.Collections;
import java.util.List;

/** {@link ModularSpec}: W_k ~ N(0, 1/(9 n m)), which keeps the modules small beside the quadratic, b_k ~ N(0, 1), c_k = 0. */
final class ModularRecipe {

    private static final double SMALL = 1.0 / 3;

    private ModularRecipe() {}

    static void build(ModularSpec spec, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        int n = recipe.dimension();
        int m = spec.units();
        int all = Math.multiplyExact(spec.modules(), m);
        float[] start = recipe.draws().normal((long) n * all, SMALL / Math.sqrt((double) n * m));
        int weight = graph.weight("modules.weights", n, all, start);
        int bias = graph.row("modules.bias", recipe.draws().normal(all, 1));
        int units = graph.apply(new LogCosh(), graph.affine(GraphBuilder.POINT, weight, bias));
        int means = graph.combination(List.of(graph.groupSum(units, m)), List.of(1.0 / m));
        int offset = graph.row("modules.offset", new float[spec.modules()]);
        int values = graph.apply(new Softplus(1), graph.shift(means, offset));
        int sum =
                graph.combination(List.of(graph.groupSum(values, spec.modules())), Collections.nCopies(1, (double) m));
        graph.sum(List.of(sum, recipe.learnedQuadratic()));
    }
}

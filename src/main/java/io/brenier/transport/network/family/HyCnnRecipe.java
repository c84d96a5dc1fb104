package io.brenier.transport.network.family;

import io.brenier.transport.network.HyCnnSpec;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link HyCnnSpec}: with d the width below, V log-normal of mean √(1/(d² + (1 − 1/π)d)) and variance 1/(4d), W ~ N(0, 1/(4n)), in the
 * first layer N(0, 1/n), biases −√(d/(2πd + 2π − 2)).
 */
final class HyCnnRecipe {

    private HyCnnRecipe() {}

    static void build(HyCnnSpec spec, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        int z = GraphBuilder.POINT;
        for (int i = 0; i < spec.hidden().size(); i++) {
            int first = branch(spec, "layers." + i + ".first", z, spec.hidden().get(i), recipe);
            int second =
                    branch(spec, "layers." + i + ".second", z, spec.hidden().get(i), recipe);
            // The smooth maximum of a and b is b + τ log(1 + e^((a − b)/τ)).
            int difference = graph.combination(List.of(first, second), List.of(1.0, -1.0));
            z = graph.sum(List.of(second, graph.apply(new Softplus(spec.temperature()), difference)));
        }
        int weight = positive(spec, "output.weights", graph.width(z), 1, spec.startScale(), recipe);
        graph.sum(List.of(graph.product(z, weight), recipe.learnedQuadratic()));
    }

    private static int branch(HyCnnSpec spec, String name, int z, int outputs, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        int n = recipe.dimension();
        boolean first = z == GraphBuilder.POINT;
        double deviation = first ? 1 / Math.sqrt(n) : 1 / Math.sqrt(4.0 * n);
        int d = graph.width(z);
        double bias = -Math.sqrt(d / (2 * Math.PI * d + 2 * Math.PI - 2));
        List<Integer> terms = new ArrayList<>();
        terms.add(graph.affine(
                GraphBuilder.POINT,
                graph.weight(name + ".linear", n, outputs, recipe.draws().normal((long) n * outputs, deviation)),
                graph.row(name + ".bias", recipe.draws().constant(outputs, bias))));
        if (!first) {
            terms.add(graph.product(z, positive(spec, name + ".weights", d, outputs, 1, recipe)));
        }
        return graph.sum(terms);
    }

    private static int positive(HyCnnSpec spec, String name, int rows, int columns, double scale, Recipe recipe) {
        double mean = Math.sqrt(1 / (rows * (double) rows + (1 - 1 / Math.PI) * rows));
        float[] start = Draws.scaled(recipe.draws().logNormal((long) rows * columns, mean, 1 / (4.0 * rows)), scale);
        return recipe.positive(spec.positiveWeights(), name, rows, columns, start);
    }
}

package io.brenier.transport.network.family;

import io.brenier.transport.network.DenseIcnnSpec;
import io.brenier.transport.network.curve.Elu;
import io.brenier.transport.network.curve.Square;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.List;

/** {@link DenseIcnnSpec}. */
final class DenseIcnnRecipe {

    private static final double DEVIATION = 0.1;

    private DenseIcnnRecipe() {}

    static void build(DenseIcnnSpec spec, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        List<Integer> hidden = spec.hidden();
        int z = quadratics("layers.0", hidden.getFirst(), spec.rank(), recipe);
        for (int i = 1; i < hidden.size(); i++) {
            String name = "layers." + i;
            int weight = positive(spec, name + ".weights", graph.width(z), hidden.get(i), 1, recipe);
            int sum =
                    graph.sum(List.of(graph.product(z, weight), quadratics(name, hidden.get(i), spec.rank(), recipe)));
            z = graph.apply(new Elu(), sum);
        }
        int weight = positive(spec, "output.weights", graph.width(z), 1, spec.startScale(), recipe);
        graph.sum(List.of(graph.product(z, weight), recipe.learnedQuadratic()));
    }

    private static int positive(DenseIcnnSpec spec, String name, int rows, int columns, double scale, Recipe recipe) {
        float[] start = recipe.draws().normal((long) rows * columns, DEVIATION * scale);
        return recipe.positive(spec.positiveWeights(), name, rows, columns, start);
    }

    private static int quadratics(String name, int outputs, int rank, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        Draws draws = recipe.draws();
        int d = recipe.dimension();
        int columns = Math.multiplyExact(outputs, rank);
        int factors = graph.weight(name + ".factors", d, columns, draws.normal((long) d * columns, DEVIATION));
        int squares = graph.groupSum(graph.apply(new Square(1), graph.product(GraphBuilder.POINT, factors)), rank);
        int linear = graph.weight(name + ".linear.weights", d, outputs, draws.normal((long) d * outputs, DEVIATION));
        int bias = graph.row(name + ".linear.bias", draws.normal(outputs, DEVIATION));
        return graph.sum(List.of(squares, graph.affine(GraphBuilder.POINT, linear, bias)));
    }
}

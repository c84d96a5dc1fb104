package io.brenier.transport.network.family;

import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.LeakyRelu;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.curve.Square;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.List;

/** {@link IcnnSpec}, with OTT's starting numbers: LeCun's for W, A and B, −2 for D before its softplus, 0 for c. */
final class IcnnRecipe {

    private static final double DIAGONAL_START = -2;

    private final IcnnSpec spec;
    private final Recipe recipe;
    private final GraphBuilder graph;
    private final int halfSquares;

    private IcnnRecipe(IcnnSpec spec, Recipe recipe) {
        this.spec = spec;
        this.recipe = recipe;
        this.graph = recipe.graph();
        this.halfSquares = graph.apply(new Square(0.5), GraphBuilder.POINT);
    }

    static void build(IcnnSpec spec, Recipe recipe) {
        new IcnnRecipe(spec, recipe).build();
    }

    private void build() {
        Curve curve = Recipe.curve(spec.activation());
        List<Integer> widths = new ArrayList<>(spec.hidden());
        widths.add(1);
        int z = GraphBuilder.POINT;
        for (int i = 0; i < widths.size(); i++) {
            String name = "layers." + i;
            double scale = i == widths.size() - 1 ? spec.startScale() : 1;
            List<Integer> terms = new ArrayList<>();
            if (i > 0) {
                int inputs = graph.width(z);
                float[] start = Draws.scaled(recipe.draws().lecun(inputs, widths.get(i)), scale);
                terms.add(graph.product(
                        z, recipe.positive(spec.positiveWeights(), name + ".weights", inputs, widths.get(i), start)));
            }
            quadratics(name, widths.get(i), scale, terms);
            z = graph.apply(curve, graph.sum(terms));
        }
        graph.sum(List.of(z, last()));
    }

    /** q(x), its start times a factor. */
    private void quadratics(String name, int outputs, double scale, List<Integer> terms) {
        int d = recipe.dimension();
        double diagonal = inverseSoftplus(scale * Math.log1p(Math.exp(DIAGONAL_START)));
        terms.add(graph.product(
                halfSquares,
                graph.weight(
                        name + ".diagonal",
                        d,
                        outputs,
                        recipe.draws().constant((long) d * outputs, diagonal),
                        new Softplus(1),
                        1)));
        if (spec.rank() > 0) {
            int columns = Math.multiplyExact(outputs, spec.rank());
            float[] start = Draws.scaled(recipe.draws().lecun(d, columns), Math.sqrt(scale));
            int products = graph.product(GraphBuilder.POINT, graph.weight(name + ".factors", d, columns, start));
            terms.add(graph.groupSum(graph.apply(new Square(0.5), products), spec.rank()));
        }
        terms.add(recipe.lecunAffine(name + ".linear", GraphBuilder.POINT, outputs, scale));
    }

    /** The last quadratic: ½ Σ max(D_j, 0) x_j² + bᵀx from the identity, of full rank from any other. */
    private int last() {
        if (spec.start() != PotentialStart.IDENTITY) {
            return recipe.learnedQuadratic();
        }
        int d = recipe.dimension();
        int diagonal = graph.weight("quadratic.diagonal", d, 1, recipe.draws().constant(d, 1), new LeakyRelu(0), 1);
        int linear = graph.weight("quadratic.shift", d, 1, recipe.shift());
        return graph.sum(List.of(graph.product(halfSquares, diagonal), graph.product(GraphBuilder.POINT, linear)));
    }

    private static double inverseSoftplus(double value) {
        return Math.log(Math.expm1(value));
    }
}

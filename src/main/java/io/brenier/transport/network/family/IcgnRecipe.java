package io.brenier.transport.network.family;

import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.curve.SlopeEnergy;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.List;

/**
 * {@link IcgnSpec} as the gradient of Σ_k Q(u_k + b_k) − P(b_k) u_k, u = Wx, with Q′ = P, P′ = act′². W ~ N(0, 1/n), b ~ N(0, 1), so that the
 * units differ; beside a quadratic, W a third of that.
 */
final class IcgnRecipe {

    private static final double SMALL = 1.0 / 3;

    private IcgnRecipe() {}

    static void build(IcgnSpec spec, Recipe recipe) {
        GraphBuilder graph = recipe.graph();
        SlopeEnergy energy = spec.quadratureNodes() == 0
                ? SlopeEnergy.closedForm(spec.activation())
                : SlopeEnergy.quadrature(spec.activation(), spec.quadratureNodes());
        int n = recipe.dimension();
        int m = spec.units();
        double deviation = (spec.quadratic() ? SMALL : 1) / Math.sqrt(n);
        int weight = graph.weight("weights", n, m, recipe.draws().normal((long) n * m, deviation));
        int bias = graph.row("bias", recipe.draws().normal(m, 1));
        int u = graph.product(GraphBuilder.POINT, weight);
        int values = graph.groupSum(graph.apply(energy, graph.shift(u, bias)), m);
        int atZero = graph.product(u, graph.columnOf(bias, energy.primitive()));
        int network = graph.combination(List.of(values, atZero), List.of(1.0, -1.0));
        if (spec.quadratic()) {
            graph.sum(List.of(network, recipe.learnedQuadratic()));
        }
    }
}

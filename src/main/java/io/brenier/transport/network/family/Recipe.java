package io.brenier.transport.network.family;

import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.Elu;
import io.brenier.transport.network.curve.LeakyRelu;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.curve.Square;
import io.brenier.transport.network.graph.GraphBuilder;
import java.util.List;

/** What the recipes share: the network under construction, its draws and the quadratic that it starts at. */
record Recipe(GraphBuilder graph, Draws draws, float[] matrix, float[] shift) {

    static final float LEAK = 0.2f;

    int dimension() {
        return graph.dimension();
    }

    static Curve curve(ConvexActivation activation) {
        return switch (activation) {
            case RELU -> new LeakyRelu(0);
            case LEAKY_RELU -> new LeakyRelu(LEAK);
            case ELU -> new Elu();
            case SOFTPLUS -> new Softplus(1);
        };
    }

    /** A weight that should not be negative. */
    int positive(PositiveWeights positive, String name, int rows, int columns, float[] start) {
        return switch (positive.mode()) {
            case RECTIFIED -> graph.weight(name, rows, columns, start, new LeakyRelu(0), 1);
            case PROJECTION -> graph.projectedWeight(name, rows, columns, positivePart(start));
            case PENALTY -> graph.penalizedWeight(name, rows, columns, start, positive.penalty());
        };
    }

    /** x W + b with LeCun's weights times a factor and biases 0. */
    int lecunAffine(String name, int x, int outputs, double factor) {
        int inputs = graph.width(x);
        int weight =
                graph.weight(name + ".weights", inputs, outputs, Draws.scaled(draws.lecun(inputs, outputs), factor));
        return graph.affine(x, weight, graph.row(name + ".bias", new float[outputs]));
    }

    /** ½|Aᵀx|² + bᵀx, both learned, starting at ½ xᵀMx + bᵀx with A the symmetric root of M. */
    int learnedQuadratic() {
        int d = dimension();
        int root = graph.weight("quadratic.root", d, d, SymmetricRoot.of(matrix, d));
        int squares = graph.groupSum(graph.apply(new Square(0.5), graph.product(GraphBuilder.POINT, root)), d);
        int linear = graph.product(GraphBuilder.POINT, graph.weight("quadratic.shift", d, 1, shift));
        return graph.sum(List.of(squares, linear));
    }

    private static float[] positivePart(float[] values) {
        float[] positive = values.clone();
        for (int i = 0; i < positive.length; i++) {
            positive[i] = Math.max(positive[i], 0);
        }
        return positive;
    }
}

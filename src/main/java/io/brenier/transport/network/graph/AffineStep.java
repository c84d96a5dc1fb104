package io.brenier.transport.network.graph;

import java.util.List;

/**
 * x W + b.
 *
 * @param input number of x
 * @param weight number of W
 * @param bias number of b; −1 for none
 */
record AffineStep(int input, int weight, int bias) implements Step {

    static final int NONE = -1;

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        return bias == NONE ? algebra.product(x.getFirst(), weight) : algebra.affine(x.getFirst(), weight, bias);
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return algebra.product(dx.getFirst(), weight);
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        return List.of(algebra.productTransposed(adjoint, weight));
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public <T> void accumulate(ParameterSink<T> sink, List<T> x, T adjoint) {
        sink.addProduct(weight, x.getFirst(), adjoint);
        if (bias != NONE) {
            sink.addRowSum(bias, adjoint);
        }
    }

    @Override
    public <T> void accumulateTangent(ParameterSink<T> sink, List<T> dx, T beta) {
        sink.addProduct(weight, dx.getFirst(), beta);
    }
}

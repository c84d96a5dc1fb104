package io.brenier.transport.network.graph;

import java.util.List;

/**
 * x ∘ s in every row.
 *
 * @param input number of x
 * @param row number of s
 */
record ScaleStep(int input, int row) implements Step {

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        return algebra.timesRow(x.getFirst(), row);
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return algebra.timesRow(dx.getFirst(), row);
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        return List.of(algebra.timesRow(adjoint, row));
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public <T> void accumulate(ParameterSink<T> sink, List<T> x, T adjoint) {
        sink.addRowSumOfProducts(row, x.getFirst(), adjoint);
    }

    @Override
    public <T> void accumulateTangent(ParameterSink<T> sink, List<T> dx, T beta) {
        sink.addRowSumOfProducts(row, dx.getFirst(), beta);
    }
}

package io.brenier.transport.network.graph;

import java.util.List;

/**
 * x + b in every row.
 *
 * @param input number of x
 * @param row number of b
 */
record ShiftStep(int input, int row) implements Step {

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        return algebra.addRow(x.getFirst(), row);
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return dx.getFirst();
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        return List.of(adjoint);
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public <T> void accumulate(ParameterSink<T> sink, List<T> x, T adjoint) {
        sink.addRowSum(row, adjoint);
    }
}

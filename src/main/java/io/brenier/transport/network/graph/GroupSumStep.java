package io.brenier.transport.network.graph;

import java.util.List;

/**
 * The sums over each so many neighbouring columns.
 *
 * @param input number of x
 * @param size columns a group
 */
record GroupSumStep(int input, int size) implements Step {

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        return algebra.groupSum(x.getFirst(), size);
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return algebra.groupSum(dx.getFirst(), size);
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        return List.of(algebra.spread(adjoint, size));
    }
}

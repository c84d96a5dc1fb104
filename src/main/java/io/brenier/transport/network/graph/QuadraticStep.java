package io.brenier.transport.network.graph;

import java.util.List;

/**
 * ½ xᵀMx + bᵀx with M and b fixed, M symmetric.
 *
 * @param input number of x
 * @param matrix number of M among the weights
 * @param shift number of b among the weights
 */
record QuadraticStep(int input, int matrix, int shift) implements Step {

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        T twice = algebra.addRow(slope(algebra, x), shift);
        return algebra.scale(algebra.rowDots(x.getFirst(), twice), 0.5);
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return algebra.rowDots(dx.getFirst(), slope(algebra, x));
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        return List.of(algebra.timesColumn(slope(algebra, x), adjoint));
    }

    @Override
    public <T> T bend(Algebra<T> algebra, List<T> x, List<T> dx, T beta) {
        return algebra.timesColumn(algebra.product(dx.getFirst(), matrix), beta);
    }

    private <T> T slope(Algebra<T> algebra, List<T> x) {
        return algebra.affine(x.getFirst(), matrix, shift);
    }
}

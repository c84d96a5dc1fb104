package io.brenier.transport.network.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Σ_k c_k x_k of results of the same shape.
 *
 * @param inputs numbers of the x_k
 * @param factors c_k, fixed
 */
record WeightedSumStep(List<Integer> inputs, List<Double> factors) implements Step {

    WeightedSumStep {
        inputs = List.copyOf(inputs);
        factors = List.copyOf(factors);
        if (inputs.isEmpty() || inputs.size() != factors.size()) {
            throw new IllegalArgumentException("%d terms and %d factors".formatted(inputs.size(), factors.size()));
        }
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        T sum = times(algebra, x.getFirst(), 0);
        for (int k = 1; k < x.size(); k++) {
            sum = algebra.add(sum, times(algebra, x.get(k), k));
        }
        return sum;
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return forward(algebra, dx);
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        List<T> adjoints = new ArrayList<>(x.size());
        for (int k = 0; k < x.size(); k++) {
            adjoints.add(times(algebra, adjoint, k));
        }
        return adjoints;
    }

    private <T> T times(Algebra<T> algebra, T x, int k) {
        return factors.get(k) == 1 ? x : algebra.scale(x, factors.get(k));
    }
}

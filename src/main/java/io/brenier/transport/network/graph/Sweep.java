package io.brenier.transport.network.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a network forward, along a tangent and back. Lists go by the numbers of the results, 0 being the point.
 *
 * @param <T> a matrix with a point a row
 */
record Sweep<T>(NetworkGraph graph, Algebra<T> algebra) {

    /** All results; the last is f. */
    List<T> forward(T x) {
        List<T> results = new ArrayList<>(graph.steps().size() + 1);
        results.add(x);
        for (Step step : graph.steps()) {
            results.add(step.forward(algebra, inputs(step, results)));
        }
        return results;
    }

    /** The derivative of every result along v. */
    List<T> tangents(List<T> results, T v) {
        List<T> tangents = new ArrayList<>(results.size());
        tangents.add(v);
        for (int k = 0; k < graph.steps().size(); k++) {
            Step step = graph.steps().get(k);
            tangents.add(step.tangent(algebra, inputs(step, results), results.get(k + 1), inputs(step, tangents)));
        }
        return tangents;
    }

    /** ∂⟨seed, f⟩ by every result; null where f does not depend on it. */
    List<@Nullable T> adjoints(List<T> results, T seed) {
        List<@Nullable T> adjoints = none(results.size());
        adjoints.set(results.size() - 1, seed);
        for (int k = graph.steps().size() - 1; k >= 0; k--) {
            T adjoint = adjoints.get(k + 1);
            if (adjoint != null) {
                pull(k, results, adjoint, adjoints);
            }
        }
        return adjoints;
    }

    /**
     * ∂⟨seed, ḟ⟩ by every result at fixed tangent of the point, where the adjoints are those of this seed; null where it is zero. That of
     * the point is the product of the Hessian with the tangent.
     */
    List<@Nullable T> secondAdjoints(List<T> results, List<T> tangents, List<@Nullable T> adjoints) {
        List<@Nullable T> second = none(results.size());
        for (int k = graph.steps().size() - 1; k >= 0; k--) {
            Step step = graph.steps().get(k);
            T beta = adjoints.get(k + 1);
            if (beta != null) {
                T bent = step.bend(algebra, inputs(step, results), inputs(step, tangents), beta);
                if (bent != null) {
                    add(second, step.inputs().getFirst(), bent);
                }
            }
            T alpha = second.get(k + 1);
            if (alpha != null) {
                pull(k, results, alpha, second);
            }
        }
        return second;
    }

    /** Hands the derivative of ⟨adjoint, f⟩ by the weights to the sink. */
    void accumulate(ParameterSink<T> sink, List<T> results, List<@Nullable T> adjoints) {
        for (int k = 0; k < graph.steps().size(); k++) {
            T adjoint = adjoints.get(k + 1);
            if (adjoint != null) {
                Step step = graph.steps().get(k);
                step.accumulate(sink, inputs(step, results), adjoint);
            }
        }
    }

    /** Hands the part of the derivative of ⟨adjoint, ḟ⟩ by the weights that goes through the tangents to the sink. */
    void accumulateTangents(ParameterSink<T> sink, List<T> tangents, List<@Nullable T> adjoints) {
        for (int k = 0; k < graph.steps().size(); k++) {
            T adjoint = adjoints.get(k + 1);
            if (adjoint != null) {
                Step step = graph.steps().get(k);
                step.accumulateTangent(sink, inputs(step, tangents), adjoint);
            }
        }
    }

    private void pull(int k, List<T> results, T adjoint, List<@Nullable T> adjoints) {
        Step step = graph.steps().get(k);
        List<T> pulled = step.pullback(algebra, inputs(step, results), results.get(k + 1), adjoint);
        for (int i = 0; i < pulled.size(); i++) {
            add(adjoints, step.inputs().get(i), pulled.get(i));
        }
    }

    private void add(List<@Nullable T> adjoints, int index, T more) {
        T sum = adjoints.get(index);
        adjoints.set(index, sum == null ? more : algebra.add(sum, more));
    }

    private static <T> List<T> inputs(Step step, List<T> results) {
        List<T> inputs = new ArrayList<>(step.inputs().size());
        for (int index : step.inputs()) {
            inputs.add(results.get(index));
        }
        return inputs;
    }

    private static <T> List<@Nullable T> none(int size) {
        return new ArrayList<>(Collections.nCopies(size, null));
    }
}

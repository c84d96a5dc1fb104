package io.brenier.transport.network.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a network: y from the results x of earlier steps. Each rule is linear in its last argument. With an adjoint β of the tangent
 * ẏ and an adjoint α of y itself, those of the inputs are pullback(β), and pullback(α) + bend(β): the derivative of ⟨β, ẏ⟩ by x.
 */
sealed interface Step
        permits AffineStep, CurveStep, GroupSumStep, QuadraticStep, ShiftStep, ScaleStep, WeightedSumStep {

    /** Numbers of the results that it takes. */
    List<Integer> inputs();

    <T> T forward(Algebra<T> algebra, List<T> x);

    /** ẏ from ẋ. */
    <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx);

    /** ∂⟨adjoint, y⟩/∂x, for every input. */
    <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint);

    /** ∂⟨β, ẏ⟩/∂x at fixed ẋ, for the first input; null for a step that is linear in x, whose ẏ does not depend on it. */
    default <T> @Nullable T bend(Algebra<T> algebra, List<T> x, List<T> dx, T beta) {
        return null;
    }

    /** Whether it has weights to learn. */
    default boolean learns() {
        return false;
    }

    /** Hands ∂⟨adjoint, y⟩/∂weights to the sink. */
    default <T> void accumulate(ParameterSink<T> sink, List<T> x, T adjoint) {}

    /** Hands ∂⟨β, ẏ⟩/∂weights to the sink. */
    default <T> void accumulateTangent(ParameterSink<T> sink, List<T> dx, T beta) {}
}

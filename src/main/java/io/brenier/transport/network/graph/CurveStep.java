package io.brenier.transport.network.graph;

import io.brenier.transport.network.curve.Curve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * φ(x), element by element.
 *
 * @param input number of x
 * @param curve φ
 */
record CurveStep(int input, Curve curve) implements Step {

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public <T> T forward(Algebra<T> algebra, List<T> x) {
        return algebra.apply(curve, x.getFirst());
    }

    @Override
    public <T> T tangent(Algebra<T> algebra, List<T> x, T y, List<T> dx) {
        return algebra.timesSlope(curve, x.getFirst(), y, dx.getFirst());
    }

    @Override
    public <T> List<T> pullback(Algebra<T> algebra, List<T> x, T y, T adjoint) {
        return List.of(algebra.timesSlope(curve, x.getFirst(), y, adjoint));
    }

    @Override
    public <T> @Nullable T bend(Algebra<T> algebra, List<T> x, List<T> dx, T beta) {
        return curve.piecewiseLinear()
                ? null
                : algebra.timesCurvature(curve, x.getFirst(), algebra.multiply(beta, dx.getFirst()));
    }
}

package io.brenier.transport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class ConvexityViolationTest {

    private final Points points = GaussianSamples.isotropic(400, 1, 1, 0, 0);

    @Test
    void isNoneForAConvexFunction() {
        ConvexityViolation.Result result = ConvexityViolation.onSegments(quadratic(2, 0.5f), points, 1_000, 1);

        assertThat(result.rate()).isZero();
        assertThat(result.size()).isZero();
    }

    @Test
    void isNoneForALinearFunctionInSpiteOfRounding() {
        QuadraticMlpPotential linear = new QuadraticMlpPotential(new float[4], new float[] {300, -200}, null);

        assertThat(ConvexityViolation.onSegments(linear, points, 1_000, 1).rate())
                .isZero();
    }

    /** −½|x|² lies ½ t (1 − t) |x − x′|² above its chord: E t (1 − t) = 1/6, E|x − x′|² = 4. */
    @Test
    void isEverywhereForAConcaveFunction() {
        ConvexityViolation.Result result = ConvexityViolation.onSegments(quadratic(-1, -1), points, 20_000, 1);

        assertThat(result.rate()).isGreaterThan(0.99);
        assertThat(result.size()).isCloseTo(4.0 / 12, within(0.03));
    }

    /** ½(x² − y²) lies above its chord where |Δy| > |Δx|: for half of the segments. */
    @Test
    void isOnHalfTheSegmentsOfASaddle() {
        assertThat(ConvexityViolation.onSegments(quadratic(1, -1), points, 5_000, 1)
                        .rate())
                .isCloseTo(0.5, within(0.03));
    }

    @Test
    void followsFromTheSeed() {
        assertThat(ConvexityViolation.onSegments(quadratic(1, -1), points, 500, 7))
                .isEqualTo(ConvexityViolation.onSegments(quadratic(1, -1), points, 500, 7))
                .isNotEqualTo(ConvexityViolation.onSegments(quadratic(1, -1), points, 500, 8));
    }

    @Test
    void isNotANumberWhereThePotentialIsNone() {
        assertThat(ConvexityViolation.onSegments(quadratic(Float.NaN, 1), points, 10, 1)
                        .rate())
                .isNaN();
    }

    @Test
    void refusesASinglePoint() {
        assertThatThrownBy(() -> ConvexityViolation.onSegments(quadratic(1, 1), Points.zeros(1, 2), 10, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static QuadraticMlpPotential quadratic(float first, float second) {
        return new QuadraticMlpPotential(new float[] {first, 0, 0, second}, new float[2], null);
    }
}

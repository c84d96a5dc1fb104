package io.brenier.transport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkhornDivergenceTest {

    private static final SinkhornSettings TIGHT = new SinkhornSettings(0.5, 1e-8, 10_000);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 5})
    void isTheSquaredShiftBetweenShiftedCopies(double epsilon) {
        Points x = GaussianSamples.isotropic(60, 1, 1, 0, 0, 0);
        Points y = GaussianSamples.isotropic(60, 1, 1, 1, 2, 0);

        SinkhornDivergence.Result result =
                SinkhornDivergence.between(x, y, new SinkhornSettings(epsilon, 1e-4, 20_000));

        assertThat(result.converged()).isTrue();
        assertThat(result.value()).isCloseTo(5, within(1e-3));
    }

    @Test
    void isTheSquaredDistanceBetweenTwoPoints() {
        SinkhornDivergence.Result result =
                SinkhornDivergence.between(Points.ofRows(new float[] {0, 0}), Points.ofRows(new float[] {3, 4}), TIGHT);

        assertThat(result.value()).isCloseTo(25, within(1e-9));
    }

    /** Two points a side, |Δ| = 2 between neighbours: by symmetry the plan has one free entry, and the minimum a closed form. */
    @Test
    void hasTheClosedFormOfTwoPointsASide() {
        Points x = Points.ofRows(new float[] {0, 0}, new float[] {2, 0});
        Points y = Points.ofRows(new float[] {0, 1}, new float[] {2, 1});
        double epsilon = 3;

        double cross = entropicCostOfSquare(1, 5, epsilon);
        double self = entropicCostOfSquare(0, 4, epsilon);

        assertThat(SinkhornDivergence.between(x, y, new SinkhornSettings(epsilon, 1e-12, 10_000))
                        .value())
                .isCloseTo(cross - self, within(1e-9));
    }

    /** Costs a on the diagonal and b off it: plan (p, ½ − p) with p = ½ / (1 + exp((a − b)/ε)), value −ε log((e^(−a/ε) + e^(−b/ε))/2). */
    private static double entropicCostOfSquare(double a, double b, double epsilon) {
        return -epsilon * Math.log((Math.exp(-a / epsilon) + Math.exp(-b / epsilon)) / 2);
    }

    @Test
    void isZeroFromASetToItself() {
        Points x = GaussianSamples.isotropic(80, 1, 3, 0, 0);

        assertThat(SinkhornDivergence.between(x, x, TIGHT).value()).isCloseTo(0, within(1e-6));
    }

    @Test
    void isSymmetricAndKnowsSetsOfDifferentSize() {
        Points x = GaussianSamples.isotropic(40, 1, 3, 0, 0);
        Points y = GaussianSamples.isotropic(70, 1, 4, 0.5, 0);

        double there = SinkhornDivergence.between(x, y, TIGHT).value();
        double back = SinkhornDivergence.between(y, x, TIGHT).value();

        assertThat(there).isPositive().isCloseTo(back, within(1e-6));
    }

    @Test
    void agreesWithItselfWhetherCostsAreKeptOrComputed() {
        Points few = GaussianSamples.isotropic(50, 1, 5, 0, 0);
        Points other = GaussianSamples.isotropic(50, 2, 6, 1, 0);

        double computed = SinkhornDivergence.between(few, other, TIGHT).value();
        double kept =
                SinkhornDivergence.between(padded(few), padded(other), TIGHT).value();

        assertThat(kept).isCloseTo(computed, within(1e-5));
    }

    @Test
    void saysWhenItDidNotConverge() {
        Points x = GaussianSamples.isotropic(50, 1, 5, 0, 0);
        Points y = GaussianSamples.isotropic(50, 3, 6, 4, 0);

        SinkhornDivergence.Result result = SinkhornDivergence.between(x, y, new SinkhornSettings(0.01, 1e-12, 2));

        assertThat(result.converged()).isFalse();
        assertThat(result.iterations()).isEqualTo(2);
    }

    @Test
    void survivesSetsThatLieFarApart() {
        Points x = GaussianSamples.isotropic(50, 1, 5, 0, 0);
        Points y = GaussianSamples.isotropic(50, 1, 5, 1000, 0);

        assertThat(SinkhornDivergence.between(x, y, SinkhornSettings.of(0.05)).value())
                .isCloseTo(1e6, within(10.0));
    }

    @Test
    void isNotANumberWhereAPointIsNone() {
        Points x = Points.ofRows(new float[] {Float.NaN}, new float[] {1});

        SinkhornDivergence.Result result = SinkhornDivergence.between(x, x, TIGHT);

        assertThat(result.value()).isNaN();
        assertThat(result.converged()).isFalse();
    }

    @Test
    void refusesSetsOfDifferentDimension() {
        assertThatThrownBy(() -> SinkhornDivergence.between(Points.zeros(2, 2), Points.zeros(2, 3), TIGHT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnEpsilonThatIsNotPositive() {
        assertThatThrownBy(() -> SinkhornSettings.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epsilon");
        assertThatThrownBy(() -> new SinkhornSettings(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SinkhornSettings(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The same points with zeros as further coordinates. */
    private static Points padded(Points points) {
        Points padded = Points.zeros(points.rows(), 6);
        for (int i = 0; i < points.rows(); i++) {
            System.arraycopy(points.values(), i * 2, padded.values(), i * 6, 2);
        }
        return padded;
    }
}

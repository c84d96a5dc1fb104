package io.brenier.transport.metric.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class SlicedW2Test {

    @Test
    void isTheMeanOfASquaredShiftOverTheDimensions() {
        Points x = GaussianSamples.isotropic(50, 1, 1, 0, 0, 0);
        Points y = GaussianSamples.isotropic(50, 1, 1, 1, 2, 2);

        assertThat(SlicedW2.to(y, 5).of(x)).isCloseTo(3, within(1e-5));
        assertThat(SlicedW2.to(y, 5).of(y)).isZero();
    }

    @Test
    void isW2SquaredOnTheLine() {
        Points x = Points.ofRows(new float[] {3}, new float[] {0});
        Points y = Points.ofRows(new float[] {5}, new float[] {1});

        assertThat(SlicedW2.to(y, 1).of(x)).isCloseTo((1 + 4) / 2.0, within(1e-12));
    }

    /** Each of two points half as heavy as each of one: 0 → 1 and 3 → 1 by halves; and 2 against 3 points by sixths. */
    @Test
    void knowsSetsOfDifferentSize() {
        assertThat(SortedSamples.w2Squared(new double[] {0, 3}, new double[] {1}))
                .isCloseTo(2.5, within(1e-12));
        // 0→0 (1/3), 0→1 (1/6), 3→1 (1/6), 3→5 (1/3)
        assertThat(SortedSamples.w2Squared(new double[] {0, 3}, new double[] {0, 1, 5}))
                .isCloseTo((0 + 0.5 + 2 + 4) / 3, within(1e-12));
    }

    /** θ#N(0, S²) is N(0, |Sθ|²): for S = s I the sliced distance to N(0, I) is (s − 1)². */
    @Test
    void hasTheClosedFormOfScaledGaussians() {
        Points x = GaussianSamples.isotropic(20_000, 3, 1, 0, 0);
        Points y = GaussianSamples.isotropic(20_000, 1, 2, 0, 0);

        assertThat(SlicedW2.to(y, 3).of(x)).isCloseTo(4, within(0.1));
    }

    @Test
    void followsFromTheSeed() {
        Points x = GaussianSamples.isotropic(40, 1, 1, 0, 0, 0);
        Points y = GaussianSamples.isotropic(40, 2, 2, 0, 0, 0);

        assertThat(SlicedW2.to(y, 4).of(x)).isEqualTo(SlicedW2.to(y, 4).of(x));
        assertThat(SlicedW2.to(y, 4).of(x)).isNotEqualTo(SlicedW2.to(y, 5).of(x));
    }

    @Test
    void drawsOrthonormalDirectionsWhateverTheDimension() {
        assertThat(Directions.orthonormal(3, 64, 1)).hasNumberOfRows(66);
        double[][] few = Directions.orthonormal(100, 8, 1);

        assertThat(few).hasNumberOfRows(8);
        for (double[] a : few) {
            for (double[] b : few) {
                double product = 0;
                for (int k = 0; k < 100; k++) {
                    product += a[k] * b[k];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void isNotANumberForNoPoints() {
        assertThat(SlicedW2.to(Points.zeros(3, 2), 1).of(Points.zeros(0, 2))).isNaN();
        assertThat(SlicedW2.to(Points.zeros(0, 2), 1).of(Points.zeros(3, 2))).isNaN();
    }

    @Test
    void refusesAnotherDimension() {
        assertThatThrownBy(() -> SlicedW2.to(Points.zeros(2, 2), 1).of(Points.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

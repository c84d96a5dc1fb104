package io.brenier.transport.measure.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametricMeasuresTest {

    private static final int ROWS = 200_000;

    @Test
    void gaussianHasTheMeanAndTheCovarianceThatAreGiven() {
        double[][] covariance = {{2, 0.6, -0.3}, {0.6, 1, 0.2}, {-0.3, 0.2, 0.5}};
        GaussianMeasure gaussian =
                GaussianMeasure.of(new double[] {1, -2, 3}, covariance).orElseThrow();
        Moments drawn = Moments.of(gaussian.sample(ROWS, 1));
        assertThat(drawn.mean()).containsExactly(new double[] {1, -2, 3}, within(0.02));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(drawn.covariance()[3 * i + j]).isCloseTo(covariance[i][j], within(0.03));
            }
        }
        assertThat(gaussian.trace()).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void diagonalGaussianHasTheDeviationsThatAreGiven() {
        GaussianMeasure gaussian = GaussianMeasure.diagonal(new double[] {0, 5}, new double[] {3, 0.1});
        Moments drawn = Moments.of(gaussian.sample(ROWS, 2));
        assertThat(Math.sqrt(drawn.covariance()[0])).isCloseTo(3, within(0.03));
        assertThat(Math.sqrt(drawn.covariance()[3])).isCloseTo(0.1, within(0.001));
    }

    @Test
    void matrixThatIsNoCovarianceMakesNoGaussian() {
        assertThat(GaussianMeasure.of(new double[2], new double[][] {{1, 2}, {2, 1}}))
                .isEmpty();
        assertThat(GaussianMeasure.of(new double[2], new double[][] {{1, 1}, {1, 1}}))
                .isEmpty();
        assertThat(GaussianMeasure.of(new double[1], new double[][] {{Double.NaN}}))
                .isEmpty();
    }

    @Test
    void mixtureHasTheMomentsOfItsParts() {
        MixtureMeasure mixture = new MixtureMeasure(
                new double[] {3, 1},
                List.of(
                        GaussianMeasure.diagonal(new double[] {-1, 0}, new double[] {0.5, 0.5}),
                        GaussianMeasure.diagonal(new double[] {3, 4}, new double[] {1, 2})));
        Moments drawn = Moments.of(mixture.sample(ROWS, 3));
        assertThat(mixture.mean()).containsExactly(new double[] {0, 1}, within(1e-12));
        assertThat(drawn.mean()).containsExactly(mixture.mean(), within(0.03));
        assertThat(mixture.trace()).isCloseTo(0.75 * 0.5 + 0.25 * 5 + 0.75 * 2 + 0.25 * 18, within(1e-12));
        assertThat(drawn.trace()).isCloseTo(mixture.trace(), within(0.1));
    }

    @Test
    void mixtureWithoutWeightIsRefused() {
        GaussianMeasure one = GaussianMeasure.diagonal(new double[1], new double[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> new MixtureMeasure(new double[] {0}, List.of(one)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MixtureMeasure(new double[] {1, 1}, List.of(one)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void randomMixtureIsStandardised(int dimension) {
        MixtureMeasure mixture = MixtureMeasure.random(dimension, 4, 11);
        assertThat(mixture.trace()).isCloseTo(dimension, within(1e-9));
        assertThat(mixture.mean()).containsExactly(new double[dimension], within(1e-9));
        assertThat(Moments.of(mixture.sample(ROWS, 5)).trace()).isCloseTo(dimension, within(0.05 * dimension));
        assertThat(MixtureMeasure.random(dimension, 4, 11).sample(10, 1)).isEqualTo(mixture.sample(10, 1));
        assertThat(MixtureMeasure.random(dimension, 4, 12).sample(10, 1)).isNotEqualTo(mixture.sample(10, 1));
    }

    @Test
    void boxIsFilledUniformly() {
        Moments drawn = Moments.of(new UniformBox(new double[] {-1, 2}, new double[] {3, 2.6}).sample(ROWS, 6));
        assertThat(drawn.mean()).containsExactly(new double[] {1, 2.3}, within(0.02));
        assertThat(drawn.covariance()[0]).isCloseTo(16 / 12.0, within(0.02));
        assertThat(drawn.covariance()[3]).isCloseTo(0.36 / 12, within(0.001));
    }

    /** E|x − c|² = r² d/(d + 2). */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void ballIsFilledUniformly(int dimension) {
        double[] centre = new double[dimension];
        centre[0] = 4;
        Points points = new UniformBall(centre, 2).sample(ROWS / 4, 8);
        Moments drawn = Moments.of(points);
        assertThat(drawn.mean()).containsExactly(centre, within(0.03));
        assertThat(drawn.trace()).isCloseTo(4.0 * dimension / (dimension + 2), within(0.05));
        for (int row = 0; row < 1_000; row++) {
            double squares = 0;
            for (int i = 0; i < dimension; i++) {
                squares += Math.pow(points.at(row, i) - centre[i], 2);
            }
            assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(2.00001);
        }
    }
}

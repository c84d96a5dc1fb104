package io.brenier.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.measure.Moments;
import org.junit.jupiter.api.Test;

class GaussianDistanceTest {

    @Test
    void isTheSquaredShiftBetweenGaussiansOfTheSameCovariance() {
        double[] covariance = {2, 0.5, 0.5, 1};

        double distance = GaussianDistance.w2Squared(
                new Moments(new double[] {0, 0}, covariance), new Moments(new double[] {2, 0}, covariance));

        assertThat(distance).isCloseTo(4, within(1e-12));
    }

    @Test
    void isTheSquaredDifferenceOfDeviationsOnTheLine() {
        double distance = GaussianDistance.w2Squared(
                new Moments(new double[] {1}, new double[] {9}), new Moments(new double[] {2}, new double[] {1}));

        assertThat(distance).isCloseTo(1 + 4, within(1e-12));
    }

    @Test
    void isTheMeanSquaredDisplacementOfTheGaussianMap() {
        int d = 5;
        Moments source = new Moments(new double[d], GaussianSamples.covariance(d, 0.2, 1));
        Moments target = new Moments(new double[] {1, 0, 2, 0, 0}, GaussianSamples.covariance(d, 0.2, 2));
        GaussianMap map = GaussianMap.between(source, target);

        // E|x − Mx − b|² = |b|² + tr (M − I) Σ (M − I) for a centred source
        double expected = 0;
        for (int i = 0; i < d; i++) {
            expected += map.shift()[i] * map.shift()[i];
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    double left = map.matrix()[i * d + j] - (i == j ? 1 : 0);
                    double right = map.matrix()[k * d + i] - (i == k ? 1 : 0);
                    expected += left * source.covariance()[j * d + k] * right;
                }
            }
        }
        assertThat(GaussianDistance.w2Squared(source, target)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void isZeroFromAMeasureToItself() {
        Moments moments = new Moments(new double[4], GaussianSamples.covariance(4, 0, 3));

        assertThat(GaussianDistance.w2Squared(moments, moments)).isBetween(0.0, 1e-12);
    }

    @Test
    void acceptsASinglePointAsOneSide() {
        double distance = GaussianDistance.w2Squared(
                new Moments(new double[] {3}, new double[] {0}), new Moments(new double[] {0}, new double[] {4}));

        assertThat(distance).isCloseTo(13, within(1e-12));
    }

    @Test
    void refusesSidesOfDifferentDimension() {
        assertThatThrownBy(() -> GaussianDistance.w2Squared(
                        new Moments(new double[1], new double[1]), new Moments(new double[2], new double[4])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

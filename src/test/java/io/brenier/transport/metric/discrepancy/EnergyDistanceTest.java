package io.brenier.transport.metric.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class EnergyDistanceTest {

    @Test
    void agreesWithTheSumOverAllPairs() {
        Points x = GaussianSamples.isotropic(7, 1, 1, 0, 0, 0);
        Points y = GaussianSamples.isotropic(5, 2, 2, 1, 0, 0);

        double expected = 2 * meanDistance(x, y, false) - meanDistance(x, x, true) - meanDistance(y, y, true);

        assertThat(EnergyDistance.to(y).of(x)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void isAboutZeroBetweenSamplesOfOneDistribution() {
        Points x = GaussianSamples.isotropic(1_000, 1, 1, 0, 0, 0);
        Points y = GaussianSamples.isotropic(1_200, 1, 2, 0, 0, 0);

        assertThat(EnergyDistance.to(y).of(x)).isCloseTo(0, within(0.01));
    }

    /** X − Y ~ N(s, 2): E|X − Y| = (2/√π) e^(−s²/4) + s erf(s/2), and erf(1) = .84270079. */
    @Test
    void hasTheClosedFormOfShiftedGaussians() {
        Points x = GaussianSamples.isotropic(2_000, 1, 1, 0);
        Points y = GaussianSamples.isotropic(2_000, 1, 2, 2);

        double across = 2 / Math.sqrt(Math.PI) * Math.exp(-1) + 2 * 0.84270079;
        double inside = 2 / Math.sqrt(Math.PI);

        assertThat(EnergyDistance.to(y).of(x)).isCloseTo(2 * (across - inside), within(0.08));
    }

    @Test
    void isNotANumberWhereThereIsNoPairOrAPointIsNone() {
        Points one = Points.ofRows(new float[] {1});
        Points two = Points.ofRows(new float[] {1}, new float[] {2});
        Points broken = Points.ofRows(new float[] {1}, new float[] {Float.NaN});

        assertThat(EnergyDistance.to(two).of(one)).isNaN();
        assertThat(EnergyDistance.to(one).of(two)).isNaN();
        assertThat(EnergyDistance.to(two).of(broken)).isNaN();
    }

    @Test
    void refusesAnotherDimension() {
        assertThatThrownBy(() -> EnergyDistance.to(Points.zeros(2, 2)).of(Points.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double meanDistance(Points x, Points y, boolean skipEqual) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < y.rows(); j++) {
                if (skipEqual && i == j) {
                    continue;
                }
                double squared = 0;
                for (int k = 0; k < x.dimension(); k++) {
                    squared += Math.pow((double) x.at(i, k) - y.at(j, k), 2);
                }
                sum += Math.sqrt(squared);
                pairs++;
            }
        }
        return sum / pairs;
    }
}

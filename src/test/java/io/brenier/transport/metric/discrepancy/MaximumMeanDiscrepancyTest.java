package io.brenier.transport.metric.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumMeanDiscrepancyTest {

    private static final double[] BANDWIDTHS = {0.25, 0.5, 1, 2, 4};

    /** Squared distances 1, 4, 9 within the known: m = 4. */
    @Test
    void agreesWithTheSumOverAllPairs() {
        Points known = Points.ofRows(new float[] {0}, new float[] {1}, new float[] {3});
        Points sample = Points.ofRows(new float[] {0}, new float[] {2});
        MaximumMeanDiscrepancy discrepancy = MaximumMeanDiscrepancy.to(known);

        double inside = kernel(4);
        double insideKnown = (kernel(1) + kernel(9) + kernel(4)) / 3;
        double across = (kernel(0) + kernel(1) + kernel(9) + kernel(4) + kernel(1) + kernel(1)) / 6;

        assertThat(discrepancy.medianSquaredDistance()).isEqualTo(4);
        assertThat(discrepancy.of(sample)).isCloseTo(inside + insideKnown - 2 * across, within(1e-12));
    }

    @Test
    void isAboutZeroBetweenSamplesOfOneDistribution() {
        Points x = GaussianSamples.isotropic(1_000, 1, 1, 0, 0, 0, 0);
        Points y = GaussianSamples.isotropic(1_100, 1, 2, 0, 0, 0, 0);

        assertThat(MaximumMeanDiscrepancy.to(y).of(x)).isCloseTo(0, within(2e-3));
    }

    /** For x − y ~ N(s, v I): E exp(−|x − y|²/h) = (1 + 2v/h)^(−d/2) exp(−|s|²/(h + 2v)). */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 3})
    void hasTheClosedFormOfShiftedGaussians(double shift) {
        Points x = GaussianSamples.isotropic(2_000, 1, 1, 0, 0, 0);
        Points y = GaussianSamples.isotropic(2_000, 1, 2, shift, 0, 0);
        MaximumMeanDiscrepancy discrepancy = MaximumMeanDiscrepancy.to(y);

        double expected = 0;
        for (double bandwidth : BANDWIDTHS) {
            double h = bandwidth * discrepancy.medianSquaredDistance();
            double inside = Math.pow(1 + 4 / h, -1.5);
            expected += 2 * inside * (1 - Math.exp(-shift * shift / (h + 4))) / BANDWIDTHS.length;
        }

        assertThat(discrepancy.of(x)).isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void doesNotDependOnTheUnit() {
        double inMetres = MaximumMeanDiscrepancy.to(GaussianSamples.isotropic(200, 1, 1, 0, 1))
                .of(GaussianSamples.isotropic(200, 2, 2, 0, 0));
        double inKilometres = MaximumMeanDiscrepancy.to(GaussianSamples.isotropic(200, 1e-3, 1, 0, 1e-3))
                .of(GaussianSamples.isotropic(200, 2e-3, 2, 0, 0));

        assertThat(inKilometres).isCloseTo(inMetres, within(1e-6));
    }

    @Test
    void takesTheMeanDistanceWhereMostPairsCoincide() {
        Points known =
                Points.ofRows(new float[] {0}, new float[] {0}, new float[] {0}, new float[] {0}, new float[] {2});

        assertThat(MaximumMeanDiscrepancy.to(known).medianSquaredDistance()).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void isNotANumberWhereTheKnownPointsAreAllTheSame() {
        assertThat(MaximumMeanDiscrepancy.to(Points.zeros(4, 2)).of(Points.zeros(3, 2)))
                .isNaN();
    }

    private static double kernel(double squaredDistance) {
        double sum = 0;
        for (double bandwidth : BANDWIDTHS) {
            sum += Math.exp(-squaredDistance / (4 * bandwidth));
        }
        return sum / BANDWIDTHS.length;
    }
}

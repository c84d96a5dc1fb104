package io.brenier.transport.measure.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DensityMeasureTest {

    private static final Moments MOMENTS = new Moments(new double[] {1, -2}, new double[] {2, 0.6, 0.6, 0.5});

    @Test
    void isTheFormulaWithTheInverseCovariance() {
        GaussianMeasure density = GaussianMeasure.of(MOMENTS).orElseThrow();

        double[] logs = density.logDensities(Points.ofRows(new float[] {1, -2}, new float[] {2, -1}));

        double determinant = 2 * 0.5 - 0.36;
        double atMean = -Math.log(2 * Math.PI) - Math.log(determinant) / 2;
        assertThat(logs[0]).isCloseTo(atMean, within(1e-12));
        double squared = (0.5 - 2 * 0.6 + 2) / determinant;
        assertThat(logs[1]).isCloseTo(atMean - squared / 2, within(1e-12));
    }

    @Test
    void drawsWithItsOwnMoments() {
        Points drawn = GaussianMeasure.of(MOMENTS).orElseThrow().sample(200_000, 1);

        Moments found = Moments.of(drawn);
        for (int i = 0; i < 2; i++) {
            assertThat(found.mean()[i]).isCloseTo(MOMENTS.mean()[i], within(0.02));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(found.covariance()[i]).isCloseTo(MOMENTS.covariance()[i], within(0.03));
        }
    }

    @Test
    void drawsTheSameRowsFromTheSameSeedAndOthersFromAnother() {
        GaussianMeasure density = GaussianMeasure.standard(3);

        assertThat(density.sample(20, 5).slice(0, 7)).isEqualTo(density.sample(7, 5));
        assertThat(density.sample(7, 6)).isNotEqualTo(density.sample(7, 5));
    }

    @Test
    void hasNoDensityWhereTheCovarianceIsSingularOrIndefinite() {
        assertThat(GaussianMeasure.of(new Moments(new double[2], new double[] {1, 1, 1, 1})))
                .isEmpty();
        assertThat(GaussianMeasure.of(new Moments(new double[2], new double[] {1, 2, 2, 1})))
                .isEmpty();
        assertThat(GaussianMeasure.of(new Moments(new double[1], new double[] {Double.NaN})))
                .isEmpty();
    }

    @Test
    void mixesDensitiesByTheirWeights() {
        GaussianMeasure left = GaussianMeasure.of(new Moments(new double[] {-3}, new double[] {1}))
                .orElseThrow();
        GaussianMeasure right = GaussianMeasure.of(new Moments(new double[] {3}, new double[] {4}))
                .orElseThrow();
        MixtureMeasure mixture = new MixtureMeasure(new double[] {1, 3}, List.of(left, right));
        Points at = Points.ofRows(new float[] {0.5f}, new float[] {1000});

        double[] logs = mixture.logDensities(at);

        double[] l = left.logDensities(at);
        double[] r = right.logDensities(at);
        assertThat(logs[0]).isCloseTo(Math.log(0.25 * Math.exp(l[0]) + 0.75 * Math.exp(r[0])), within(1e-12));
        assertThat(logs[1]).isCloseTo(Math.log(0.75) + r[1], within(1e-9));
    }

    @Test
    void drawsFromTheComponentsByTheirWeights() {
        MixtureMeasure mixture = new MixtureMeasure(
                new double[] {1, 3},
                List.of(
                        GaussianMeasure.of(new Moments(new double[] {-30}, new double[] {1}))
                                .orElseThrow(),
                        GaussianMeasure.of(new Moments(new double[] {30}, new double[] {1}))
                                .orElseThrow()));

        float[] drawn = mixture.sample(40_000, 2).values();

        int left = 0;
        for (float value : drawn) {
            left += value < 0 ? 1 : 0;
        }
        assertThat(left / 40_000.0).isCloseTo(0.25, within(0.01));
    }

    @Test
    void drawsStoredPointsWithReplacement() {
        Points stored = Points.ofRows(new float[] {1, 2}, new float[] {3, 4});

        Points drawn = new EmpiricalMeasure(stored).sample(1000, 1);

        int first = 0;
        for (int row = 0; row < drawn.rows(); row++) {
            assertThat(drawn.row(row)).isIn(stored.row(0), stored.row(1));
            first += Arrays.equals(drawn.row(row), stored.row(0)) ? 1 : 0;
        }
        assertThat(first).isBetween(400, 600);
    }
}

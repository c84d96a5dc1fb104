package io.brenier.transport.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void givesTheMeanAndTheUnbiasedCovarianceOfThreePoints() {
        Moments moments = Moments.of(Points.ofRows(new float[] {0, 0}, new float[] {2, 0}, new float[] {1, 3}));

        assertThat(moments.mean()).containsExactly(1, 1);
        assertThat(moments.covariance()).containsExactly(1, 0, 0, 3);
        assertThat(moments.trace()).isEqualTo(4);
    }

    @Test
    void keepsItsDigitsWhereTheMeanIsLargeAgainstTheSpread() {
        Moments moments = Moments.of(Points.ofRows(new float[] {1e6f}, new float[] {1e6f + 1}, new float[] {1e6f + 2}));

        assertThat(moments.mean()[0]).isCloseTo(1e6 + 1, within(1e-9));
        assertThat(moments.covariance()[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void approachesTheMomentsOfTheDistribution() {
        Moments moments = Moments.of(GaussianSamples.isotropic(40_000, 0.5, 7, 3, -2));

        assertThat(moments.mean()).containsExactly(new double[] {3, -2}, within(0.01));
        assertThat(moments.covariance()).containsExactly(new double[] {0.25, 0, 0, 0.25}, within(0.01));
    }

    @Test
    void followsAStandardization() {
        Points points = GaussianSamples.isotropic(500, 3, 8, 10, -20);
        Standardization standardization = Standardization.of(Moments.of(points));

        Moments transformed = Moments.of(points).standardized(standardization);
        Moments measured = Moments.of(standardization.apply(points));

        assertThat(transformed.mean()).containsExactly(measured.mean(), within(1e-6));
        assertThat(transformed.covariance()).containsExactly(measured.covariance(), within(1e-6));
        assertThat(transformed.trace()).isCloseTo(2, within(1e-6));
    }

    @Test
    void refusesASinglePoint() {
        assertThatThrownBy(() -> Moments.of(Points.ofRows(new float[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 are needed");
    }

    @Test
    void refusesACovarianceOfAnotherDimension() {
        assertThatThrownBy(() -> new Moments(new double[2], new double[9]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

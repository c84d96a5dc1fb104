package io.brenier.transport.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class StandardizationTest {

    private final Points points = Points.ofRows(new float[] {10, 100}, new float[] {12, 104}, new float[] {11, 90});

    @Test
    void centresAndScalesByOneScalar() {
        Standardization standardization = Standardization.of(Moments.of(points));

        Moments moments = Moments.of(standardization.apply(points));

        assertThat(moments.mean()).containsExactly(new double[] {0, 0}, within(1e-5));
        assertThat(moments.trace()).isCloseTo(2, within(1e-5));
        double ratio = Moments.of(points).covariance()[3] / Moments.of(points).covariance()[0];
        assertThat(moments.covariance()[3] / moments.covariance()[0]).isCloseTo(ratio, within(1e-4));
    }

    @Test
    void isUndoneByInvert() {
        Standardization standardization = Standardization.of(Moments.of(points));

        Points back = standardization.invert(standardization.apply(points));

        for (int i = 0; i < points.values().length; i++) {
            assertThat(back.values()[i]).isCloseTo(points.values()[i], within(1e-5f));
        }
    }

    @Test
    void leavesPointsAloneAsTheIdentity() {
        assertThat(Standardization.identity(2).apply(points)).isEqualTo(points);
        assertThat(Standardization.identity(2).invert(points)).isEqualTo(points);
    }

    @Test
    void acceptsAConstantColumnBesideOneThatVaries() {
        Points flat = Points.ofRows(new float[] {1, 5}, new float[] {3, 5});

        Points standardized = Standardization.of(Moments.of(flat)).apply(flat);

        assertThat(standardized.at(0, 1)).isZero();
        assertThat(standardized.at(1, 0)).isCloseTo(1, within(1e-6f));
    }

    @Test
    void refusesASetWithoutSpread() {
        Points same = Points.ofRows(new float[] {4, 4}, new float[] {4, 4});

        assertThatThrownBy(() -> Standardization.of(Moments.of(same)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all points are the same");
    }

    @Test
    void refusesPointsOfAnotherDimension() {
        assertThatThrownBy(() -> Standardization.identity(3).apply(points))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 2");
    }

    @Test
    void refusesAScaleThatIsNoPositiveNumber() {
        assertThatThrownBy(() -> new Standardization(new float[] {0}, Float.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

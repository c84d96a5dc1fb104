package io.brenier.transport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MongeGapTest {

    private final Points points = GaussianSamples.isotropic(300, 1, 1, 0, 0);

    @Test
    void isNoneForShifts() {
        assertThat(MongeGap.of(points, map(x -> new float[] {x[0] + 3, x[1] - 1})))
                .isCloseTo(0, within(1e-3));
    }

    @Test
    void isAboutNoneForGradientsOfConvexFunctions() {
        Points stretched = map(x -> new float[] {3 * x[0] + x[1], x[0] + x[1] / 2});
        Points bent = map(x -> new float[] {x[0] + (float) Math.tanh(3 * x[0]), x[1] * x[1] * x[1]});

        assertThat(MongeGap.of(points, stretched)).isBetween(-1e-9, 0.02);
        assertThat(MongeGap.of(points, bent)).isBetween(-1e-9, 0.02);
    }

    /** The best map from N(0, I) to itself is none, and a quarter turn moves by E|x − Rx|² = 2 E|x|² = 4; in a sample, to nearby points. */
    @Test
    void isAllTheCostOfAQuarterTurn() {
        assertThat(MongeGap.of(points, map(x -> new float[] {-x[1], x[0]}))).isCloseTo(4, within(0.5));
    }

    /** x ↦ −x of two points at ±1 costs 4; to leave them where they are costs nothing. */
    @Test
    void isThatOfTheBestMatching() {
        Points pair = Points.ofRows(new float[] {-1}, new float[] {1});
        Points swapped = Points.ofRows(new float[] {1}, new float[] {-1});

        assertThat(MongeGap.of(pair, swapped)).isCloseTo(4, within(1e-9));
        assertThat(MongeGap.of(pair, pair)).isCloseTo(0, within(1e-9));
    }

    @Test
    void isNoneForTheIdentityOfOnePlace() {
        assertThat(MongeGap.of(Points.zeros(3, 2), Points.zeros(3, 2))).isZero();
    }

    @Test
    void isNotANumberWhereAnImageIsNone() {
        assertThat(MongeGap.of(points, map(x -> new float[] {Float.NaN, x[1]}))).isNaN();
    }

    @Test
    void refusesImagesOfOtherRows() {
        assertThatThrownBy(() -> MongeGap.of(points, Points.zeros(2, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private Points map(UnaryOperator<float[]> map) {
        float[][] images = new float[points.rows()][];
        for (int i = 0; i < images.length; i++) {
            images[i] = map.apply(points.row(i));
        }
        return Points.ofRows(images);
    }
}

package io.brenier.transport.measure.named;

import static java.lang.Math.PI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.brenier.transport.measure.Moments;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanarShapeTest {

    private static final int ROWS = 400_000;

    /** Shape; mean; variances and covariance without noise, in closed form. */
    static Stream<Arguments> moments() {
        double swiss = 4.875 * PI * PI;
        double moonY = 2 / PI - 0.25;
        return Stream.of(
                arguments(PlanarShape.SIMPLE, 0, 0, 0, 0, 0),
                arguments(PlanarShape.CIRCLE, 0, 0, 12.5, 12.5, 0),
                arguments(PlanarShape.SQUARE_FIVE, 0, 0, 20, 20, 0),
                arguments(PlanarShape.SQUARE_FOUR, 0, 0, 12.5, 12.5, 0),
                arguments(PlanarShape.MOON_UPPER, 0, 2 / PI, 0.5, 0.5 - 4 / (PI * PI), 0),
                arguments(PlanarShape.MOON_LOWER, 1, 0.5 - 2 / PI, 0.5, 0.5 - 4 / (PI * PI), 0),
                arguments(PlanarShape.MOONS, 0.5, 0.25, 0.75, 0.5 - 4 / (PI * PI) + moonY * moonY, -0.5 * moonY),
                arguments(PlanarShape.CIRCLE_SMALL, 0, 0, 0.125, 0.125, 0),
                arguments(PlanarShape.CIRCLE_BIG, 0, 0, 0.5, 0.5, 0),
                arguments(PlanarShape.RINGS, 0, 0, 2.109375, 2.109375, 0),
                arguments(PlanarShape.S_CURVE, 0, 0, 25 * (1.5 + 4 / (3 * PI)), 12.5, -25 / (3 * PI)),
                arguments(
                        PlanarShape.SWISS_ROLL,
                        1 / (3 * PI),
                        1,
                        (swiss + 0.25) / 4 - 1 / (9 * PI * PI),
                        (swiss - 0.25) / 4 - 1,
                        0.375 * PI - 1 / (3 * PI)),
                arguments(PlanarShape.MAF_MOON, -1.5, 0, 0.75, 1, 0),
                arguments(PlanarShape.CHECKERBOARD, 0, 0, 16 / 3.0, 16 / 3.0, 1),
                arguments(PlanarShape.PINWHEEL, 0, 0, 2.2, 2.2, 0));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void momentsAreThoseOfTheFormula(
            PlanarShape shape, double first, double second, double varFirst, double varSecond, double covariance) {
        PlanarMeasure measure = PlanarMeasure.of(shape);
        double noise = measure.noise() * measure.noise();
        Moments drawn = Moments.of(measure.sample(ROWS, 7));

        double spread = Math.sqrt(Math.max(varFirst, varSecond) + noise);
        assertThat(drawn.mean()[0]).isCloseTo(first, within(6 * spread / Math.sqrt(ROWS)));
        assertThat(drawn.mean()[1]).isCloseTo(second, within(6 * spread / Math.sqrt(ROWS)));
        double slack = 12 * spread * spread / Math.sqrt(ROWS);
        assertThat(drawn.covariance()[0]).isCloseTo(varFirst + noise, within(slack));
        assertThat(drawn.covariance()[3]).isCloseTo(varSecond + noise, within(slack));
        assertThat(drawn.covariance()[1]).isCloseTo(covariance, within(slack));
    }

    @Test
    void everyShapeHasItsMomentsChecked() {
        assertThat(moments().map(row -> row.get()[0])).containsExactly((Object[]) PlanarShape.values());
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedSameSampleAndAnotherSeedAnother(PlanarShape shape) {
        PlanarMeasure measure = PlanarMeasure.of(shape);
        assertThat(measure.sample(100, 3)).isEqualTo(measure.sample(100, 3)).isNotEqualTo(measure.sample(100, 4));
        assertThat(measure.sample(200, 3).slice(0, 100)).isEqualTo(measure.sample(100, 3));
    }

    @Test
    void noiseOfZeroLeavesTheShapeItself() {
        double[] row = new double[2];
        PlanarMeasure ring = new PlanarMeasure(PlanarShape.CIRCLE_BIG, 0);
        var random = Measure.generator(1);
        for (int i = 0; i < 100; i++) {
            ring.draw(random, row);
            assertThat(Math.hypot(row[0], row[1])).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void checkerboardLeavesTheOtherSquaresEmpty() {
        double[] row = new double[2];
        var random = Measure.generator(2);
        for (int i = 0; i < 1_000; i++) {
            PlanarShape.CHECKERBOARD.point(random, row);
            assertThat(((int) Math.floor(row[0] / 2) + (int) Math.floor(row[1] / 2)) % 2)
                    .isZero();
            assertThat(Math.max(Math.abs(row[0]), Math.abs(row[1]))).isLessThanOrEqualTo(4);
        }
    }
}

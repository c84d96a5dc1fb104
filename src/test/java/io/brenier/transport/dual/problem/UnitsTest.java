package io.brenier.transport.dual.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.metric.DualObjective;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final Standardization SOURCE = new Standardization(new float[] {3, -2}, 2);
    private static final Standardization TARGET = new Standardization(new float[] {-1, 4}, 0.5f);
    private static final float[] MATRIX = {1.5f, 0.2f, 0.2f, 1.2f};
    private static final QuadraticMlpPotential POTENTIAL =
            new QuadraticMlpPotential(MATRIX, new float[] {0.1f, -0.3f}, null);
    private static final StandardizedDualPotentials STANDARD =
            pair(Standardization.identity(2), Standardization.identity(2));
    private static final StandardizedDualPotentials IN_UNITS = pair(SOURCE, TARGET);

    private final Points x = normal(1);
    private final Points y = normal(2);

    @Test
    void givesTheDualThatThePotentialsInUnitsGive() {
        double direct = dual(IN_UNITS, SOURCE.invert(x), TARGET.invert(y));

        assertThat(new Units(SOURCE, TARGET).dual(x, y, dual(STANDARD, x, y))).isCloseTo(direct, within(1e-4));
    }

    @Test
    void givesTheSquaredDistanceOfItsDefinition() {
        Points sourcePoints = SOURCE.invert(x);
        Points targetPoints = TARGET.invert(y);
        double definition =
                meanSquare(sourcePoints) + meanSquare(targetPoints) - 2 * dual(IN_UNITS, sourcePoints, targetPoints);

        assertThat(new Units(SOURCE, TARGET).w2Squared(x, y, dual(STANDARD, x, y)))
                .isCloseTo(definition, within(1e-3));
    }

    private static double dual(StandardizedDualPotentials potentials, Points x, Points y) {
        return DualObjective.of(
                potentials.potential(x, Direction.FORWARD),
                potentials.refineInverse(y, LbfgsSpec.REFINED).values());
    }

    private static StandardizedDualPotentials pair(Standardization source, Standardization target) {
        return new StandardizedDualPotentials(source, target, POTENTIAL, new AffineMlpMap(MATRIX, new float[2], null));
    }

    private static double meanSquare(Points points) {
        double sum = 0;
        for (float value : points.values()) {
            sum += (double) value * value;
        }
        return sum / points.rows();
    }

    private static Points normal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + 0.2f;
        }
        return Points.of(values, 200, 2);
    }
}

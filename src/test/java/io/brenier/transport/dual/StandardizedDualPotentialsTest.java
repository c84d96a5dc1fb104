package io.brenier.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.RowStatus;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandardizedDualPotentialsTest {

    private static final float[] IDENTITY = {1, 0, 0, 1};
    private static final Standardization SOURCE = new Standardization(new float[] {3, -2}, 2);
    private static final Standardization TARGET = new Standardization(new float[] {-1, 4}, 0.5f);
    private static final DualPotentials POTENTIALS = new StandardizedDualPotentials(
            SOURCE,
            TARGET,
            new QuadraticMlpPotential(
                    new float[] {1.5f, 0.2f, 0.2f, 1.2f},
                    new float[] {0.1f, -0.3f},
                    Mlp.initial(2, List.of(16), 1, Activation.ELU, 5)),
            new AffineMlpMap(IDENTITY, new float[2], null));

    @Test
    void mapsByTheGradientOfItsOwnPotential() {
        Points x = around(SOURCE, 20);
        Points forward = POTENTIALS.transport(x, Direction.FORWARD);
        float step = 1e-2f;
        for (int k = 0; k < 2; k++) {
            float[] above = POTENTIALS.potential(moved(x, k, step), Direction.FORWARD);
            float[] below = POTENTIALS.potential(moved(x, k, -step), Direction.FORWARD);
            for (int row = 0; row < x.rows(); row++) {
                assertThat((above[row] - below[row]) / (2 * step)).isCloseTo(forward.at(row, k), within(5e-3f));
            }
        }
    }

    @Test
    void undoesTheMapByTheConjugateSolver() {
        Points x = around(SOURCE, 50);

        ConjugateResult back =
                POTENTIALS.refineInverse(POTENTIALS.transport(x, Direction.FORWARD), new LbfgsSpec(1e-5, 200, 30, 10));

        for (int i = 0; i < x.values().length; i++) {
            assertThat(back.argmins().values()[i]).isCloseTo(x.values()[i], within(1e-3f));
        }
    }

    @Test
    void givesConjugatesThatMeetFenchelAndYoung() {
        Points x = around(SOURCE, 50);
        Points y = POTENTIALS.transport(x, Direction.FORWARD);
        float[] f = POTENTIALS.potential(x, Direction.FORWARD);

        float[] conjugate = POTENTIALS.refineInverse(y, LbfgsSpec.REFINED).values();

        for (int row = 0; row < x.rows(); row++) {
            double product = x.at(row, 0) * y.at(row, 0) + (double) x.at(row, 1) * y.at(row, 1);
            assertThat((double) f[row] + conjugate[row]).isCloseTo(product, within(1e-3));
        }
    }

    @Test
    void bringsALowerBoundOfTheConjugateAtTheGuess() {
        Points y = around(TARGET, 50);
        float[] exact = POTENTIALS.refineInverse(y, LbfgsSpec.REFINED).values();

        float[] guessed = POTENTIALS.potential(y, Direction.INVERSE);

        for (int row = 0; row < y.rows(); row++) {
            assertThat(guessed[row]).isLessThanOrEqualTo(exact[row] + 1e-4f);
        }
    }

    @Test
    void measuresResidualsInUnitsOfTheTarget() {
        Points y = around(TARGET, 50);

        ConjugateResult coarse = POTENTIALS.refineInverse(y, new LbfgsSpec(0.05, 100, 30, 10));

        Points images = POTENTIALS.transport(coarse.argmins(), Direction.FORWARD);
        for (int row = 0; row < y.rows(); row++) {
            float largest =
                    Math.max(Math.abs(images.at(row, 0) - y.at(row, 0)), Math.abs(images.at(row, 1) - y.at(row, 1)));
            assertThat(coarse.residuals()[row])
                    .isCloseTo(largest, within(1e-4f))
                    .isLessThan(0.05f);
        }
        assertThat(coarse.statuses()).containsOnly(RowStatus.CONVERGED);
    }

    @Test
    void refusesPartsOfDifferentDimensions() {
        assertThatThrownBy(() -> new StandardizedDualPotentials(
                        Standardization.identity(3),
                        TARGET,
                        new QuadraticMlpPotential(IDENTITY, new float[2], null),
                        new AffineMlpMap(IDENTITY, new float[2], null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 2");
    }

    private static Points around(Standardization units, int rows) {
        SplittableRandom random = new SplittableRandom(8);
        float[] values = new float[rows * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return units.invert(Points.of(values, rows, 2));
    }

    private static Points moved(Points points, int column, float step) {
        float[] values = points.values().clone();
        for (int row = 0; row < points.rows(); row++) {
            values[2 * row + column] += step;
        }
        return Points.of(values, points.rows(), 2);
    }
}

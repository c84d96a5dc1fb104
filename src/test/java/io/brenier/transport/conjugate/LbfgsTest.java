package io.brenier.transport.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {

    private static final LbfgsSpec TIGHT = new LbfgsSpec(1e-5, 200, 30, 10);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16})
    void solvesAQuadraticWithinItsDimensionAndTwoIterations(int dimension) {
        KnownPotentials.Quadratic f = KnownPotentials.quadratic(dimension, 3);
        Points argmins = normal(200, dimension, 1);
        Points y = f.gradients(argmins);

        ConjugateResult result =
                new Lbfgs(new LbfgsSpec(1e-5, dimension + 2, 30, 10)).solve(f, y, Points.zeros(200, dimension));

        for (int i = 0; i < argmins.values().length; i++) {
            assertThat(result.argmins().values()[i]).isCloseTo(argmins.values()[i], within(1e-4f));
        }
    }

    @Test
    void findsTheStepThatSolvesHalfTheSquaredNormFromTwoSlopes() {
        Points y = normal(50, 4, 2);

        ConjugateResult result = new Lbfgs(TIGHT).solve(KnownPotentials.halfSquaredNorm(4), y, Points.zeros(50, 4));

        assertThat(result.statuses()).containsOnly(RowStatus.CONVERGED);
        assertThat(Arrays.stream(result.iterations()).max().orElseThrow())
                .as("1, or 2 where rounding leaves a rest")
                .isLessThanOrEqualTo(2);
        for (int row = 0; row < 50; row++) {
            double half = RowVectors.dotExactly(y.values(), row * 4, y.values(), row * 4, 4) / 2;
            assertThat((double) result.values()[row]).isCloseTo(half, within(1e-5));
        }
    }

    @Test
    void meetsTheOptimalityConditionOnLogSumExp() {
        Potential f = KnownPotentials.logSumExp(6);
        Points y = normal(300, 6, 4);

        ConjugateResult result = new Lbfgs(new LbfgsSpec(1e-4, 200, 30, 10)).solve(f, y, y);

        assertThat(result.unconverged()).isZero();
        for (float residual : result.residuals()) {
            assertThat(residual).isLessThan(1e-4f);
        }
        float[] gradients = f.gradients(result.argmins()).values();
        for (int i = 0; i < gradients.length; i++) {
            assertThat(gradients[i]).isCloseTo(y.values()[i], within(2e-4f));
        }
    }

    @Test
    void holdsTheFenchelYoungInequality() {
        Potential f = KnownPotentials.logSumExp(3);
        Points x = normal(500, 3, 5);
        Points y = normal(500, 3, 6);

        float[] conjugates = new Lbfgs(TIGHT).solve(f, y, y).values();

        float[] values = f.values(x);
        for (int row = 0; row < 500; row++) {
            double product = RowVectors.dotExactly(x.values(), row * 3, y.values(), row * 3, 3);
            assertThat((double) values[row] + conjugates[row]).isGreaterThan(product - 1e-5);
        }
    }

    @Test
    void doesNotIterateRowsThatStartAtTheAnswer() {
        KnownPotentials.Quadratic f = KnownPotentials.quadratic(5, 7);
        Points argmins = normal(40, 5, 8);
        KnownPotentials.Counting counting = new KnownPotentials.Counting(f);

        ConjugateResult result = new Lbfgs(LbfgsSpec.REFINED).solve(counting, f.gradients(argmins), argmins);

        assertThat(result.iterations()).containsOnly(0);
        assertThat(result.argmins()).isEqualTo(argmins);
        assertThat(counting.rowsEvaluated()).isEqualTo(40);
    }

    @Test
    void givesARowTheSameBitsInAnyCompany() {
        Potential f = KnownPotentials.logSumExp(4);
        Points y = normal(64, 4, 9);
        ConjugateResult together = new Lbfgs(TIGHT).solve(f, y, y);

        for (int row = 0; row < 64; row += 7) {
            Points alone = y.slice(row, row + 1);
            ConjugateResult single = new Lbfgs(TIGHT).solve(f, alone, alone);
            assertThat(single.argmins()).isEqualTo(together.argmins().slice(row, row + 1));
            assertThat(single.values()[0]).isEqualTo(together.values()[row]);
            assertThat(single.iterations()[0]).isEqualTo(together.iterations()[row]);
        }
    }

    @Test
    void leavesOtherRowsAloneWhereOneIsNotFinite() {
        Potential f = KnownPotentials.logSumExp(4);
        Points y = normal(20, 4, 10);
        ConjugateResult clean = new Lbfgs(TIGHT).solve(f, y, y);
        Points spoiled = Points.of(y.values().clone(), 20, 4);
        spoiled.values()[3 * 4 + 1] = Float.NaN;

        ConjugateResult result = new Lbfgs(TIGHT).solve(f, spoiled, y);

        assertThat(result.statuses()[3]).isEqualTo(RowStatus.NON_FINITE);
        assertThat(result.argmins().row(3)).isEqualTo(y.row(3));
        assertThat(result.unconverged()).isEqualTo(1);
        for (int row = 0; row < 20; row++) {
            if (row != 3) {
                assertThat(result.argmins().row(row)).isEqualTo(clean.argmins().row(row));
            }
        }
    }

    @Test
    void replacesAStartThatIsNotFinite() {
        Points y = normal(3, 2, 11);
        Points start = Points.zeros(3, 2);
        start.values()[2] = Float.POSITIVE_INFINITY;

        ConjugateResult result = new Lbfgs(TIGHT).solve(KnownPotentials.halfSquaredNorm(2), y, start);

        assertThat(result.statuses()).containsOnly(RowStatus.CONVERGED);
        assertThat(result.argmins().values())
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(y.values());
    }

    @Test
    void endsAnUnboundedRowWithAStatusAndAFinitePoint() {
        // f = log(1 + e^x) has slopes in (0, 1): f* is infinite at 3, finite at 0.5.
        Points y = Points.ofRows(new float[] {3}, new float[] {0.5f});

        ConjugateResult result = new Lbfgs(new LbfgsSpec(1e-4, 50, 10, 5)).solve(KnownPotentials.softplus(), y, y);

        assertThat(result.statuses()[0]).isNotEqualTo(RowStatus.CONVERGED);
        assertThat(result.argmins().at(0, 0)).isFinite();
        assertThat(result.statuses()[1]).isEqualTo(RowStatus.CONVERGED);
        assertThat(result.argmins().at(1, 0)).isCloseTo(0, within(1e-3f));
    }

    @Test
    void makesARowThatCannotConvergePayAlone() {
        KnownPotentials.Counting f = new KnownPotentials.Counting(KnownPotentials.softplus());
        float[] y = new float[100];
        Arrays.fill(y, 0.5f);
        y[17] = 2;

        ConjugateResult result =
                new Lbfgs(new LbfgsSpec(1e-3, 40, 10, 5)).solve(f, Points.of(y, 100, 1), Points.zeros(100, 1));

        assertThat(result.unconverged()).isEqualTo(1);
        assertThat(f.rowsEvaluated()).isBetween(140, 600);
    }

    @Test
    void stopsAtTheLimitOfFloats() {
        KnownPotentials.Quadratic f = KnownPotentials.quadratic(8, 12);
        Points argmins = normal(100, 8, 13);
        Points y = f.gradients(argmins);

        ConjugateResult result = new Lbfgs(new LbfgsSpec(1e-12, 1_000, 30, 10)).solve(f, y, Points.zeros(100, 8));

        assertThat(Arrays.stream(result.iterations()).max().orElseThrow()).isLessThan(60);
        for (int i = 0; i < argmins.values().length; i++) {
            assertThat(result.argmins().values()[i]).isCloseTo(argmins.values()[i], within(1e-3f));
        }
    }

    @Test
    void aPatientSearchMeetsTheToleranceWhereRoundingHidesTheDecrease() {
        Potential f = KnownPotentials.highAndFlat(24);
        Points y = f.gradients(normal(400, 24, 31));
        LbfgsSpec spec = new LbfgsSpec(1e-4, 300, 30, 10);

        ConjugateResult usual = new Lbfgs(spec).solve(f, y, Points.zeros(400, 24));
        ConjugateResult patient = Lbfgs.patient(spec).solve(f, y, Points.zeros(400, 24));

        assertThat(usual.unconverged()).isGreaterThan(200);
        assertThat(patient.unconverged()).isZero();
    }

    @Test
    void aPatientSearchThatRoundingStopsBeginsOnceMoreAndThenEnds() {
        Potential f = KnownPotentials.withAHiddenSlope();
        LbfgsSpec spec = new LbfgsSpec(1e-4, 300, 30, 10);

        ConjugateResult usual = new Lbfgs(spec).solve(f, Points.zeros(1, 1), Points.zeros(1, 1));
        ConjugateResult patient = Lbfgs.patient(spec).solve(f, Points.zeros(1, 1), Points.zeros(1, 1));

        assertThat(usual.statuses()).containsExactly(RowStatus.STAGNATED);
        assertThat(usual.iterations()).containsExactly(StagnationRule.USUAL.idleSteps());
        assertThat(patient.statuses()).containsExactly(RowStatus.STAGNATED);
        assertThat(patient.iterations()).containsExactly(2 * StagnationRule.MORE.idleSteps());
    }

    @Test
    void solvesTenThousandRowsOfMixedDifficulty() {
        Potential f = KnownPotentials.logSumExp(16);
        Points y = normal(10_000, 16, 14);
        for (int i = 0; i < y.values().length; i++) {
            y.values()[i] *= 1 + (i / 16) % 30;
        }
        KnownPotentials.Counting counting = new KnownPotentials.Counting(f);

        ConjugateResult result = new Lbfgs(LbfgsSpec.DEFAULT).solve(counting, y, y);

        assertThat(result.unconverged()).isZero();
        int worst = Arrays.stream(result.iterations()).max().orElseThrow();
        int all = Arrays.stream(result.iterations()).sum();
        assertThat(counting.rowsEvaluated()).isLessThan(2 * all + 10_000).isLessThan(10_000 * worst);
    }

    @Test
    void reportsRowsThatRunOutOfIterations() {
        KnownPotentials.Quadratic f = KnownPotentials.quadratic(16, 15);
        Points y = normal(10, 16, 16);

        ConjugateResult result = new Lbfgs(new LbfgsSpec(1e-6, 1, 30, 10)).solve(f, y, Points.zeros(10, 16));

        assertThat(result.statuses()).containsOnly(RowStatus.ITERATIONS_EXHAUSTED);
        assertThat(result.residuals()[0]).isGreaterThan(1e-6f);
    }

    @Test
    void answersNoRowsWithNoRows() {
        ConjugateResult result =
                new Lbfgs(TIGHT).solve(KnownPotentials.halfSquaredNorm(2), Points.zeros(0, 2), Points.zeros(0, 2));

        assertThat(result.statuses()).isEmpty();
    }

    @Test
    void refusesPointsOfAnotherDimension() {
        assertThatThrownBy(() -> new Lbfgs(TIGHT)
                        .solve(KnownPotentials.halfSquaredNorm(2), Points.zeros(1, 3), Points.zeros(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 2");
    }

    private static Points normal(int rows, int dimension, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, dimension);
    }
}

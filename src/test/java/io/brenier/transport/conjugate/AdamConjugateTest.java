package io.brenier.transport.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AdamConjugateTest {

    private static final AdamConjugateSpec TIGHT = new AdamConjugateSpec(1e-5, 2_000, 0.1, 0.9, 0.999, 1e-4);
    private static final AdamConjugateSpec FEW = new AdamConjugateSpec(1e-6, 20, 0.1, 0.9, 0.999, 1e-4);

    @Test
    void solvesAQuadratic() {
        KnownPotentials.Quadratic f = KnownPotentials.quadratic(5, 3);
        Points argmins = normal(100, 5, 1);

        ConjugateResult result = solve(TIGHT, f, f.gradients(argmins), Points.zeros(100, 5));

        assertThat(result.unconverged()).isZero();
        for (int i = 0; i < argmins.values().length; i++) {
            assertThat(result.argmins().values()[i]).isCloseTo(argmins.values()[i], within(1e-4f));
        }
    }

    @Test
    void findsTheConjugateOfHalfTheSquaredNorm() {
        Points y = normal(50, 4, 2);

        ConjugateResult result = solve(TIGHT, KnownPotentials.halfSquaredNorm(4), y, Points.zeros(50, 4));

        for (int row = 0; row < 50; row++) {
            double half = RowVectors.dotExactly(y.values(), row * 4, y.values(), row * 4, 4) / 2;
            assertThat((double) result.values()[row]).isCloseTo(half, within(1e-4));
        }
    }

    @Test
    void agreesWithLbfgsOnLogSumExp() {
        Potential f = KnownPotentials.logSumExp(6);
        Points y = normal(100, 6, 4);

        ConjugateResult adam = solve(new AdamConjugateSpec(1e-3, 3_000, 0.1, 0.9, 0.999, 1e-3), f, y, y);
        ConjugateResult lbfgs = new Lbfgs(new LbfgsSpec(1e-4, 200, 30, 10)).solve(f, y, y);

        assertThat(adam.unconverged()).isZero();
        for (int row = 0; row < 100; row++) {
            assertThat(adam.values()[row]).isCloseTo(lbfgs.values()[row], within(1e-3f));
        }
    }

    @Test
    void holdsTheFenchelYoungInequality() {
        Potential f = KnownPotentials.logSumExp(3);
        Points x = normal(200, 3, 5);
        Points y = normal(200, 3, 6);

        float[] conjugates = solve(new AdamConjugateSpec(1e-4, 3_000, 0.1, 0.9, 0.999, 1e-3), f, y, y)
                .values();

        float[] values = f.values(x);
        for (int row = 0; row < 200; row++) {
            double product = RowVectors.dotExactly(x.values(), row * 3, y.values(), row * 3, 3);
            assertThat((double) values[row] + conjugates[row]).isGreaterThan(product - 1e-4);
        }
    }

    @Test
    void doesNotIterateRowsThatStartAtTheAnswer() {
        KnownPotentials.Quadratic f = KnownPotentials.quadratic(5, 7);
        Points argmins = normal(40, 5, 8);
        KnownPotentials.Counting counting = new KnownPotentials.Counting(f);

        ConjugateResult result = solve(TIGHT, counting, f.gradients(argmins), argmins);

        assertThat(result.iterations()).containsOnly(0);
        assertThat(result.argmins()).isEqualTo(argmins);
        assertThat(counting.rowsEvaluated()).isEqualTo(40);
    }

    @Test
    void makesARowThatCannotConvergePayAlone() {
        KnownPotentials.Counting f = new KnownPotentials.Counting(KnownPotentials.softplus());
        float[] y = new float[100];
        Arrays.fill(y, 0.5f);
        y[17] = 2;

        ConjugateResult result = solve(
                new AdamConjugateSpec(0.1, 40, 0.1, 0.9, 0.999, 1e-4), f, Points.of(y, 100, 1), Points.zeros(100, 1));

        assertThat(result.unconverged()).isEqualTo(1);
        assertThat(result.statuses()[17]).isEqualTo(RowStatus.ITERATIONS_EXHAUSTED);
        assertThat(result.argmins().at(17, 0)).isFinite();
        assertThat(f.rowsEvaluated()).isEqualTo(100 + 40);
    }

    @Test
    void givesARowTheSameBitsInAnyCompany() {
        Potential f = KnownPotentials.logSumExp(4);
        Points y = normal(16, 4, 9);
        ConjugateResult together = solve(FEW, f, y, y);

        for (int row = 0; row < 16; row += 5) {
            Points alone = y.slice(row, row + 1);
            ConjugateResult single = solve(FEW, f, alone, alone);
            assertThat(single.argmins()).isEqualTo(together.argmins().slice(row, row + 1));
            assertThat(single.values()[0]).isEqualTo(together.values()[row]);
        }
    }

    @Test
    void endsARowThatIsNotFiniteAtItsStart() {
        Points y = normal(4, 2, 10);
        Points spoiled = Points.of(y.values().clone(), 4, 2);
        spoiled.values()[3] = Float.NaN;

        ConjugateResult result = solve(FEW, KnownPotentials.logSumExp(2), spoiled, y);

        assertThat(result.statuses()[1]).isEqualTo(RowStatus.NON_FINITE);
        assertThat(result.argmins().row(1)).isEqualTo(y.row(1));
    }

    @Test
    void replacesAStartThatIsNotFinite() {
        Points y = normal(3, 2, 11);
        Points start = Points.zeros(3, 2);
        start.values()[2] = Float.POSITIVE_INFINITY;

        ConjugateResult result = solve(FEW, KnownPotentials.halfSquaredNorm(2), y, start);

        assertThat(result.statuses()[1]).isEqualTo(RowStatus.CONVERGED);
        assertThat(result.argmins().row(1)).isEqualTo(y.row(1));
    }

    @Test
    void neverEndsAboveTheStart() {
        // Steps this long overshoot: the start is the best that they find.
        Potential f = KnownPotentials.halfSquaredNorm(2);
        Points y = normal(20, 2, 12);
        Points start = Points.of(y.values().clone(), 20, 2);
        start.values()[0] += 0.01f;

        ConjugateResult result = solve(new AdamConjugateSpec(1e-6, 5, 100, 0.9, 0.999, 1), f, y, start);

        assertThat(result.statuses()[0]).isEqualTo(RowStatus.ITERATIONS_EXHAUSTED);
        assertThat(result.argmins().at(0, 0)).isEqualTo(start.at(0, 0));
        assertThat(result.residuals()[0]).isCloseTo(0.01f, within(1e-5f));
    }

    @Test
    void honoursEveryOption() {
        Potential f = KnownPotentials.logSumExp(3);
        Points y = normal(10, 3, 13);
        ConjugateResult usual = solve(FEW, f, y, y);

        for (AdamConjugateSpec other : List.of(
                new AdamConjugateSpec(0.5, 20, 0.1, 0.9, 0.999, 1e-4),
                new AdamConjugateSpec(1e-6, 15, 0.1, 0.9, 0.999, 1e-4),
                new AdamConjugateSpec(1e-6, 20, 0.05, 0.9, 0.999, 1e-4),
                new AdamConjugateSpec(1e-6, 20, 0.1, 0.5, 0.999, 1e-4),
                new AdamConjugateSpec(1e-6, 20, 0.1, 0.9, 0.9, 1e-4),
                new AdamConjugateSpec(1e-6, 20, 0.1, 0.9, 0.999, 0.5))) {
            assertThat(solve(other, f, y, y).argmins()).isNotEqualTo(usual.argmins());
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new AdamConjugateSpec(0, 1, 0.1, 0.9, 0.999, 0))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("0.0 is given; allowed is a positive number");
        assertThatThrownBy(() -> new AdamConjugateSpec(0.1, 0, 0.1, 0.9, 0.999, 0))
                .hasMessage("0 is given; allowed is at least 1");
        assertThatThrownBy(() -> new AdamConjugateSpec(0.1, 1, 0.1, 0.9, 1, 0))
                .hasMessage("1.0 is given; allowed is 0 to below 1");
    }

    @Test
    void withoutASolverTheStartIsTheAnswer() {
        Potential f = KnownPotentials.halfSquaredNorm(2);
        Points y = Points.ofRows(new float[] {1, 2}, new float[] {3, Float.NaN});
        Points start = Points.ofRows(new float[] {1, 1}, new float[] {0, 0});

        ConjugateResult result = ConjugateSolver.of(new NoConjugateSpec()).solve(f, y, start);

        assertThat(result.argmins()).isEqualTo(start);
        assertThat(result.values()[0]).isEqualTo(1 + 2 - 1);
        assertThat(result.residuals()[0]).isEqualTo(1);
        assertThat(result.iterations()).containsOnly(0);
        assertThat(result.statuses()).containsExactly(RowStatus.ITERATIONS_EXHAUSTED, RowStatus.NON_FINITE);
    }

    private static ConjugateResult solve(AdamConjugateSpec spec, Potential f, Points y, Points start) {
        return ConjugateSolver.of(spec).solve(f, y, start);
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

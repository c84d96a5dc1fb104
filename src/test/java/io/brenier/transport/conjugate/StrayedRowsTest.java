package io.brenier.transport.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class StrayedRowsTest {

    private static final Potential HALF_SQUARED_NORM = KnownPotentials.halfSquaredNorm(2);

    private static final Potential WITH_A_HOLE = KnownPotentials.withAHole();

    @Test
    void putsARowThatFellIntoAHoleBackToItsGuess() {
        Points y = Points.ofRows(new float[] {0.75f, 0}, new float[] {-0.5f, 0.5f});
        Points guesses = Points.ofRows(new float[] {1.5f, 0}, new float[] {-0.4f, 0.4f});
        ConjugateResult solved = new Lbfgs(LbfgsSpec.REFINED).solve(WITH_A_HOLE, y, guesses);
        assertThat(solved.argmins().at(0, 0)).as("the hole has been found").isGreaterThan(5);

        ConjugateResult kept = StrayedRows.takenBack(WITH_A_HOLE, y, guesses, solved);

        assertThat(kept.statuses()).containsExactly(RowStatus.STRAYED, RowStatus.CONVERGED);
        assertThat(kept.argmins().row(0)).isEqualTo(guesses.row(0));
        assertThat(kept.argmins().row(1)).isEqualTo(solved.argmins().row(1));
        float value = WITH_A_HOLE.values(guesses)[0];
        assertThat(kept.values()[0]).isCloseTo(1.5f * 0.75f - value, within(1e-4f));
        Points gradients = WITH_A_HOLE.gradients(guesses);
        float residual = Math.max(Math.abs(gradients.at(0, 0) - 0.75f), Math.abs(gradients.at(0, 1)));
        assertThat(kept.residuals()[0]).isCloseTo(residual, within(1e-5f));
        assertThat(kept.unconverged()).isEqualTo(1);
    }

    @Test
    void leavesARowAloneThatCorrectsAPoorGuess() {
        Points y = Points.ofRows(new float[] {3, -2});
        Points guesses = Points.zeros(1, 2);
        ConjugateResult solved = new Lbfgs(LbfgsSpec.REFINED).solve(HALF_SQUARED_NORM, y, guesses);

        assertThat(StrayedRows.takenBack(HALF_SQUARED_NORM, y, guesses, solved))
                .usingRecursiveComparison()
                .isEqualTo(solved);
    }

    @Test
    void leavesARowAloneThatMovesLittleWhereThePotentialIsFlat() {
        Potential flat = KnownPotentials.squaredNorm(2, 0.02);
        Points y = Points.ofRows(new float[] {0.01f, 0}, new float[] {0.1f, 0});
        Points guesses = Points.zeros(2, 2);
        ConjugateResult solved = new Lbfgs(LbfgsSpec.REFINED).solve(flat, y, guesses);

        assertThat(StrayedRows.takenBack(flat, y, guesses, solved).statuses())
                .containsExactly(RowStatus.CONVERGED, RowStatus.STRAYED);
    }
}

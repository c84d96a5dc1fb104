package io.brenier.transport.conjugate;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class StartsTest {

    /** Two valleys, at −1 and at 1. */
    private static final Potential VALLEYS = KnownPotentials.twoValleys();

    private static final Points CANDIDATES = Points.of(new float[] {-1, 0, 1}, 3, 1);
    private static final float[] VALUES = VALLEYS.values(CANDIDATES);

    @Test
    void aGuessInTheWrongValleyGivesWayToACandidateInTheRightOne() {
        assertThat(starts(0.5f, -0.9f)).isEqualTo(1);
        assertThat(starts(-0.5f, 0.9f)).isEqualTo(-1);
    }

    @Test
    void aGuessThatIsBetterThanEveryCandidateStays() {
        assertThat(starts(0.5f, 1.05f)).isEqualTo(1.05f);
    }

    @Test
    void aGuessThatIsNoNumberGivesWay() {
        assertThat(starts(0.5f, Float.NaN)).isEqualTo(1);
    }

    @Test
    void fromThereTheSolverFindsTheSupremumAndNotALocalMaximum() {
        Points y = Points.of(new float[] {0.3f}, 1, 1);
        Points guess = Points.of(new float[] {-1}, 1, 1);
        Lbfgs solver = new Lbfgs(new LbfgsSpec(1e-4, 50, 10, 10));

        float local = solver.solve(VALLEYS, y, guess).values()[0];
        float found = solver.solve(VALLEYS, y, Starts.of(VALLEYS, y, guess, CANDIDATES, VALUES))
                .values()[0];

        assertThat(local).isLessThan(0);
        assertThat(found).isGreaterThan(0.29f);
    }

    private static float starts(float y, float guess) {
        return Starts.of(
                        VALLEYS,
                        Points.of(new float[] {y}, 1, 1),
                        Points.of(new float[] {guess}, 1, 1),
                        CANDIDATES,
                        VALUES)
                .at(0, 0);
    }
}

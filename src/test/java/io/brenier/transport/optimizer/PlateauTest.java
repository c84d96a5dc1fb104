package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlateauTest {

    @Test
    void isReachedAfterAsManyIdleScoresAsThePatienceAllows() {
        Plateau plateau = after(Plateau.watch(0.01, 3), 10, 5, 4, 4, 4);
        assertThat(plateau.isReached()).isFalse();
        assertThat(plateau.after(4).isReached()).isTrue();
    }

    @Test
    void startsAnewWithEveryGain() {
        assertThat(after(Plateau.watch(0.01, 2), 10, 5, 5, 4, 4).isReached()).isFalse();
    }

    @Test
    void countsNoGainBelowItsPartOfTheWhole() {
        // Of the 10 gained, 1 % is .1.
        Plateau plateau = after(Plateau.watch(0.01, 1), 10, 0);
        assertThat(plateau.after(-0.09).isReached()).isTrue();
        assertThat(plateau.after(-0.11).isReached()).isFalse();
    }

    @Test
    void addsSmallGainsUp() {
        assertThat(after(Plateau.watch(0.01, 3), 10, 0, -0.06, -0.12, -0.18, -0.24)
                        .isReached())
                .isFalse();
    }

    @Test
    void doesNotDependOnTheScoresZero() {
        Plateau here = after(Plateau.watch(0.05, 2), 4, 2, 1.95);
        Plateau shifted = after(Plateau.watch(0.05, 2), 1004, 1002, 1001.95);
        assertThat(here.idle()).isEqualTo(1);
        assertThat(shifted.idle()).isEqualTo(1);
    }

    @Test
    void takesANumberThatIsNoneForNoGain() {
        assertThat(after(Plateau.watch(0, 2), Double.NaN, 3, Double.NaN, Double.NEGATIVE_INFINITY)
                        .isReached())
                .isTrue();
        assertThat(after(Plateau.watch(0, 2), Double.NaN, 3).idle()).isZero();
    }

    @Test
    void neverEndsARunThatOnlyGotWorseEarlierThanItsPatience() {
        Plateau plateau = after(Plateau.watch(0.1, 2), 1, 2);
        assertThat(plateau.isReached()).isFalse();
        assertThat(plateau.after(3).isReached()).isTrue();
        assertThat(plateau.after(0.9).isReached()).isFalse();
    }

    @Test
    void refusesSettingsThatSayNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Plateau.watch(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Plateau.watch(Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Plateau.watch(0.01, 0));
    }

    private static Plateau after(Plateau start, double... scores) {
        Plateau plateau = start;
        for (double score : scores) {
            plateau = plateau.after(score);
        }
        return plateau;
    }
}

package io.brenier.transport.amortization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class RegressionTest {

    private static final Points GUESSES = Points.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    private static final Points ARGMINS = Points.of(new float[] {1, 1, 3, 6, 4, 6}, 3, 2);

    @Test
    void averagesTheSquaresOverAllEntries() {
        assertThat(Regression.of(GUESSES, ARGMINS).loss()).isCloseTo((0 + 1 + 0 + 4 + 1 + 0) / 6.0, within(1e-7));
    }

    @Test
    void givesTheDerivativeThatDifferencesGive() {
        float[] cotangents = Regression.of(GUESSES, ARGMINS).cotangents().values();
        float step = 1e-2f;
        for (int i = 0; i < cotangents.length; i++) {
            double difference = (lossWith(i, step) - lossWith(i, -step)) / (2 * step);
            assertThat((double) cotangents[i]).isCloseTo(difference, within(1e-4));
        }
    }

    @Test
    void refusesArgminsOfAnotherShape() {
        assertThatThrownBy(() -> Regression.of(GUESSES, Points.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double lossWith(int index, float change) {
        float[] moved = GUESSES.values().clone();
        moved[index] += change;
        return Regression.of(Points.of(moved, 3, 2), ARGMINS).loss();
    }
}

package io.brenier.transport.amortization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuessLossTest {

    private static final Potential F = new QuadraticMlpPotential(
            new float[] {2, 0.5f, 0.5f, 1},
            new float[] {0.1f, -0.3f},
            Mlp.initial(2, List.of(8), 1, Activation.TANH, 3));
    private static final Points GUESSES = Points.ofRows(new float[] {0.3f, -0.2f}, new float[] {1, 0.7f});
    private static final Points Y = Points.ofRows(new float[] {-0.5f, 0.4f}, new float[] {0.2f, 1.1f});
    private static final Points ARGMINS = Points.ofRows(new float[] {0, 0.1f}, new float[] {0.8f, 0.9f});

    @ParameterizedTest
    @EnumSource
    void hasTheCotangentsOfItsDifferences(AmortizationLoss kind) {
        Points cotangents = loss(kind, GUESSES).cotangents();

        float step = 1e-2f;
        for (int i = 0; i < 4; i++) {
            double difference = (loss(kind, moved(i, step)).loss()
                            - loss(kind, moved(i, -step)).loss())
                    / (2 * step);
            assertThat((double) cotangents.values()[i]).isCloseTo(difference, within(2e-3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoCotangentsAtTheArgmins(AmortizationLoss kind) {
        Points y = F.gradients(GUESSES);

        for (float component :
                GuessLoss.of(kind, F, GUESSES, y, GUESSES).cotangents().values()) {
            assertThat(component).isZero();
        }
    }

    @Test
    void measuresTheCycleByItsMeanSquare() {
        float[] images = F.gradients(GUESSES).values();
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            squares += Math.pow(images[i] - Y.values()[i], 2);
        }

        assertThat(Cycle.of(F, GUESSES, Y).loss()).isCloseTo(squares / 4, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void refusesPointsOfOtherShapes(AmortizationLoss kind) {
        Points few = Points.zeros(1, 2);

        assertThatThrownBy(() -> GuessLoss.of(kind, F, GUESSES, few, few))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape");
    }

    private static GuessLoss loss(AmortizationLoss kind, Points guesses) {
        return GuessLoss.of(kind, F, guesses, Y, ARGMINS);
    }

    private static Points moved(int index, float step) {
        float[] values = GUESSES.values().clone();
        values[index] += step;
        return Points.of(values, 2, 2);
    }
}

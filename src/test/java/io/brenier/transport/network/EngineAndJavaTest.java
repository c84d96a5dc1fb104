package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine and the plain-Java kernels compute the same functions. */
class EngineAndJavaTest {

    private static final List<Integer> HIDDEN = List.of(23, 16, 9);

    @ParameterizedTest
    @EnumSource
    void agreeOnAPotentialAndItsGradient(Activation activation) {
        QuadraticMlpPotential java = Networks.potential(7, HIDDEN, activation, 11);
        Points x = Networks.points(300, 7, 12);
        try (TrainablePotential engine = TrainablePotential.of(java)) {
            ValuesAndGradients expected = java.valuesAndGradients(x);
            ValuesAndGradients found = engine.current().valuesAndGradients(x);
            assertClose(found.values(), expected.values());
            assertClose(found.gradients().values(), expected.gradients().values());
            assertThat(engine.current().values(x)).isEqualTo(found.values());
            assertThat(engine.current().gradients(x)).isEqualTo(found.gradients());
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreeOnAMap(Activation activation) {
        AffineMlpMap java = Networks.map(7, HIDDEN, activation, 13);
        Points y = Networks.points(300, 7, 14);
        try (TrainableMap engine = TrainableMap.of(java)) {
            assertClose(engine.current().apply(y).values(), java.apply(y).values());
        }
    }

    private static void assertClose(float[] found, float[] expected) {
        float largest = 1;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-5f * largest));
        }
    }
}

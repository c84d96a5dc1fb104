package io.brenier.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.InvalidSpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class W2DualSpecTest {

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 9", "3, 1000", "16, 1000000", "128, 50"})
    void hasDefaultsThatFitTheirSets(int dimension, int count) {
        W2DualSpec spec = W2DualSpec.defaults(dimension, count);

        assertThat(spec.loop().batchSize()).isBetween(1, count);
        assertThat(spec.steps()).isPositive();
    }

    @Test
    void namesTheMemberThatIsImpossible() {
        assertThatThrownBy(() -> new LoopSpec(10, 0, 0, 1, 1, 0, 1, 0.99, BatchNoise.NONE))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class, e -> assertThat(e.member()).isEqualTo("batchSize"));
        assertThatThrownBy(() -> new BatchNoise(0.1, 0.2))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class, e -> assertThat(e.member()).isEqualTo("batchNoise"));
    }

    @Test
    void annealsNoiseGeometrically() {
        BatchNoise noise = new BatchNoise(0.4, 0.1);

        assertThat(noise.deviation(0)).isCloseTo(0.4, within(1e-12));
        assertThat(noise.deviation(0.5)).isCloseTo(0.2, within(1e-12));
        assertThat(noise.deviation(1)).isCloseTo(0.1, within(1e-12));
        assertThat(BatchNoise.NONE.deviation(0.5)).isZero();
    }
}

package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRatesTest {

    @Test
    void stayConstant() {
        OptimizerSpec spec = spec(0, Schedule.CONSTANT, 0);
        assertThat(LearningRates.rate(spec, 0, 100)).isEqualTo(0.01);
        assertThat(LearningRates.rate(spec, 99, 100)).isEqualTo(0.01);
    }

    @Test
    void fallAlongACosineToTheFinalFraction() {
        OptimizerSpec spec = spec(0, Schedule.COSINE, 0.1);
        assertThat(LearningRates.rate(spec, 0, 100)).isCloseTo(0.01, within(1e-15));
        assertThat(LearningRates.rate(spec, 50, 100)).isCloseTo(0.0055, within(1e-15));
        assertThat(LearningRates.rate(spec, 100, 100)).isCloseTo(0.001, within(1e-15));
        assertThat(LearningRates.rate(spec, 500, 100)).isCloseTo(0.001, within(1e-15));
    }

    @Test
    void riseLinearlyWhileWarmingUp() {
        OptimizerSpec spec = spec(10, Schedule.CONSTANT, 0);
        assertThat(LearningRates.rate(spec, 0, 100)).isCloseTo(0.001, within(1e-15));
        assertThat(LearningRates.rate(spec, 4, 100)).isCloseTo(0.005, within(1e-15));
        assertThat(LearningRates.rate(spec, 9, 100)).isCloseTo(0.01, within(1e-15));
        assertThat(LearningRates.rate(spec, 50, 100)).isCloseTo(0.01, within(1e-15));
    }

    private static OptimizerSpec spec(int warmUp, Schedule schedule, double finalFraction) {
        return new OptimizerSpec(OptimizerSpec.Type.ADAM, 0.01, 0.9, 0.999, 0, warmUp, schedule, finalFraction);
    }
}

package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRatesTest {

    @Test
    void stayConstant() {
        OptimizerSpec spec = spec(0, Schedule.CONSTANT, 1);
        assertThat(LearningRates.rate(spec, 0, 0)).isEqualTo(0.01);
        assertThat(LearningRates.rate(spec, 99, 1)).isEqualTo(0.01);
    }

    @Test
    void fallAlongACosineToTheFinalFraction() {
        OptimizerSpec spec = spec(0, Schedule.COSINE, 0.1);
        assertThat(LearningRates.rate(spec, 0, 0)).isCloseTo(0.01, within(1e-15));
        assertThat(LearningRates.rate(spec, 50, 0.5)).isCloseTo(0.0055, within(1e-15));
        assertThat(LearningRates.rate(spec, 75, 0.75))
                .isCloseTo(0.01 * (0.9 * (1 - Math.sqrt(0.5)) / 2 + 0.1), within(1e-15));
        assertThat(LearningRates.rate(spec, 100, 1)).isCloseTo(0.001, within(1e-15));
    }

    @Test
    void followTheBudgetWhateverTheSteps() {
        OptimizerSpec spec = spec(0, Schedule.COSINE, 0);
        assertThat(LearningRates.rate(spec, 3, 0.25)).isEqualTo(LearningRates.rate(spec, 90_000, 0.25));
    }

    @Test
    void riseLinearlyWhileWarmingUp() {
        OptimizerSpec spec = spec(10, Schedule.CONSTANT, 1);
        assertThat(LearningRates.rate(spec, 0, 0)).isCloseTo(0.001, within(1e-15));
        assertThat(LearningRates.rate(spec, 4, 0.04)).isCloseTo(0.005, within(1e-15));
        assertThat(LearningRates.rate(spec, 9, 0.09)).isCloseTo(0.01, within(1e-15));
        assertThat(LearningRates.rate(spec, 50, 0.5)).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void countProgressInSteps() {
        assertThat(LearningRates.progress(0, 200)).isZero();
        assertThat(LearningRates.progress(50, 200)).isEqualTo(0.25);
        assertThat(LearningRates.progress(200, 200)).isEqualTo(1);
        assertThat(LearningRates.progress(500, 200)).isEqualTo(1);
        assertThat(LearningRates.progress(0, 0)).isEqualTo(1);
    }

    @Test
    void refuseAProgressOutsideTheRun() {
        OptimizerSpec spec = OptimizerSpec.defaults(OptimizerSpec.Type.ADAM);
        assertThatIllegalArgumentException().isThrownBy(() -> LearningRates.rate(spec, 0, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> LearningRates.rate(spec, 0, Double.NaN));
    }

    private static OptimizerSpec spec(int warmUp, Schedule schedule, double finalFraction) {
        return new OptimizerSpec(OptimizerSpec.Type.ADAM, 0.01, 0.9, 0.999, 0, warmUp, schedule, finalFraction, 0);
    }
}

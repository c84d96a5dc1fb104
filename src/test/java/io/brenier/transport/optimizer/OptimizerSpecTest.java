package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.network.InvalidSpecException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerSpecTest {

    @ParameterizedTest
    @EnumSource
    void hasDefaultsOfEveryType(OptimizerSpec.Type type) {
        OptimizerSpec spec = OptimizerSpec.defaults(type);
        assertThat(spec.type()).isEqualTo(type);
        assertThat(spec.clipNorm()).isZero();
        assertThat(spec.withLearningRate(0.5).learningRate()).isEqualTo(0.5);
        assertThat(spec.withLearningRate(spec.learningRate())).isEqualTo(spec);
    }

    @ParameterizedTest
    @EnumSource(names = {"SGD", "ADAM"})
    void refusesADecayThatTheTypeIgnores(OptimizerSpec.Type type) {
        double beta = type == OptimizerSpec.Type.SGD ? 0 : 0.9;
        assertRefused(() -> spec(type, beta, beta, 0.1, Schedule.COSINE, 0, 0), "weightDecay", type.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"ADAMW", "SOAP", "MUON"})
    void takesADecayWhereItIsHonoured(OptimizerSpec.Type type) {
        assertThat(spec(type, 0.9, 0.95, 0.1, Schedule.COSINE, 0, 0).weightDecay())
                .isEqualTo(0.1);
    }

    @Test
    void refusesMomentsForDescentWithout() {
        assertRefused(() -> spec(OptimizerSpec.Type.SGD, 0.9, 0, 0, Schedule.COSINE, 0, 0), "beta1", "no moments");
        assertRefused(() -> spec(OptimizerSpec.Type.SGD, 0, 0.9, 0, Schedule.COSINE, 0, 0), "beta2", "no moments");
    }

    @Test
    void refusesAFinalFractionOfAConstantSchedule() {
        assertRefused(
                () -> spec(OptimizerSpec.Type.ADAM, 0.9, 0.9, 0, Schedule.CONSTANT, 0.1, 0),
                "finalFraction",
                "constant");
    }

    @Test
    void refusesANormThatIsNone() {
        assertRefused(() -> spec(OptimizerSpec.Type.ADAM, 0, 0, 0, Schedule.COSINE, 0, -1), "clipNorm", "-1.0");
        assertRefused(() -> spec(OptimizerSpec.Type.ADAM, 0, 0, 0, Schedule.COSINE, 0, Double.NaN), "clipNorm", "NaN");
        assertRefused(
                () -> spec(OptimizerSpec.Type.ADAM, 0, 0, 0, Schedule.COSINE, 0, Double.POSITIVE_INFINITY),
                "clipNorm",
                "Infinity");
    }

    private static OptimizerSpec spec(
            OptimizerSpec.Type type,
            double beta1,
            double beta2,
            double weightDecay,
            Schedule schedule,
            double finalFraction,
            double clipNorm) {
        return new OptimizerSpec(type, 0.01, beta1, beta2, weightDecay, 0, schedule, finalFraction, clipNorm);
    }

    private static void assertRefused(ThrowingCallable construction, String member, String saying) {
        assertThatThrownBy(construction)
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.member()).isEqualTo(member))
                .hasMessageContaining(saying);
    }
}

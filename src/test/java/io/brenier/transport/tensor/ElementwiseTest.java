package io.brenier.transport.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementwiseTest {

    /** −120 … 120, closer together near 0, where relative errors show. */
    private static final float[] ARGUMENTS = arguments();

    @Test
    void eluIsExactToAFewUnitsInTheLastPlace() {
        assertRelative(Elementwise::elu, a -> a > 0 ? a : Math.expm1(a), 4e-7);
    }

    @Test
    void tanhIsExactToAFewUnitsInTheLastPlace() {
        assertRelative(Elementwise::tanh, Math::tanh, 4e-7);
    }

    @Test
    void softplusIsExactToAFewUnitsInTheLastPlace() {
        assertRelative(Elementwise::softplus, a -> Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))), 4e-7);
    }

    @Test
    void leakyReluIsExact() {
        assertRelative(a -> Elementwise.leakyRelu(a, 0.2f), a -> a > 0 ? a : 0.2f * a, 1e-7);
    }

    @Test
    void derivativesFollowFromOutputs() {
        assertDerivative(Elementwise::elu, Elementwise::timesEluDerivative, a -> a > 0 ? 1 : Math.exp(a));
        assertDerivative(Elementwise::tanh, Elementwise::timesTanhDerivative, a -> 1 - Math.tanh(a) * Math.tanh(a));
        assertDerivative(Elementwise::softplus, Elementwise::timesSoftplusDerivative, a -> 1 / (1 + Math.exp(-a)));
        assertDerivative(
                a -> Elementwise.leakyRelu(a, 0.2f),
                (delta, h) -> Elementwise.timesLeakyReluDerivative(delta, h, 0.2f),
                a -> a > 0 ? 1 : 0.2f);
    }

    @Test
    void notANumberStaysNotANumber() {
        float[] a = {Float.NaN};
        Elementwise.elu(a);
        assertThat(a).containsExactly(Float.NaN);
    }

    private static void assertRelative(Consumer<float[]> function, DoubleUnaryOperator exact, double tolerance) {
        float[] found = ARGUMENTS.clone();
        function.accept(found);
        for (int i = 0; i < found.length; i++) {
            double expected = exact.applyAsDouble(ARGUMENTS[i]);
            assertThat(Math.abs(found[i] - expected))
                    .as("at %s", ARGUMENTS[i])
                    .isLessThanOrEqualTo(tolerance * Math.abs(expected) + Float.MIN_NORMAL);
        }
    }

    private static void assertDerivative(
            Consumer<float[]> function, BiConsumer<float[], float[]> timesDerivative, DoubleUnaryOperator exact) {
        float[] outputs = ARGUMENTS.clone();
        function.accept(outputs);
        float[] delta = new float[outputs.length];
        java.util.Arrays.fill(delta, 3);
        timesDerivative.accept(delta, outputs);
        for (int i = 0; i < delta.length; i++) {
            assertThat(Math.abs(delta[i] - 3 * exact.applyAsDouble(ARGUMENTS[i])))
                    .as("at %s", ARGUMENTS[i])
                    .isLessThanOrEqualTo(2e-6);
        }
    }

    private static float[] arguments() {
        float[] arguments = new float[4001];
        for (int i = 0; i < arguments.length; i++) {
            double t = (i - 2000) / 2000.0;
            arguments[i] = (float) (120 * t * t * t);
        }
        return arguments;
    }
}

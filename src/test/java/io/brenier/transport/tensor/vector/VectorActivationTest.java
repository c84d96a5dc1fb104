package io.brenier.transport.tensor.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorActivationTest {

    private static final int COUNT = 4096;
    /** Around the stretch: a place before it, and as much behind. */
    private static final int MARGIN = 16;

    @ParameterizedTest
    @EnumSource
    void outputsAreExactToAFewUnitsInTheLastPlace(VectorActivation activation) {
        float[] arguments = arguments();
        float[] outputs = arguments.clone();
        activation.apply(outputs, MARGIN, MARGIN + COUNT);
        DoubleUnaryOperator exact = exact(activation);
        for (int i = MARGIN; i < MARGIN + COUNT; i++) {
            double expected = exact.applyAsDouble(arguments[i]);
            assertThat(Math.abs(outputs[i] - expected))
                    .as("at %s", arguments[i])
                    .isLessThanOrEqualTo(5e-7 * Math.abs(expected) + Float.MIN_NORMAL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOutsideTheStretchIsTouched(VectorActivation activation) {
        float[] arguments = arguments();
        float[] outputs = arguments.clone();
        activation.apply(outputs, MARGIN, MARGIN + COUNT);
        assertThat(Arrays.copyOf(outputs, MARGIN)).containsExactly(Arrays.copyOf(arguments, MARGIN));
        assertThat(Arrays.copyOfRange(outputs, MARGIN + COUNT, outputs.length))
                .containsExactly(Arrays.copyOfRange(arguments, MARGIN + COUNT, arguments.length));
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfFiniteDifferences(VectorActivation activation) {
        float[] arguments = arguments();
        float[] outputs = arguments.clone();
        activation.apply(outputs, 0, outputs.length);
        float[] slopes = new float[COUNT];
        float[] threes = new float[outputs.length];
        Arrays.fill(threes, 3);
        activation.timesDerivative(threes, MARGIN, outputs, MARGIN, slopes, 0, COUNT);
        float[] bends = new float[COUNT];
        Arrays.fill(bends, 2);
        activation.timesCurvature(threes, outputs, MARGIN, bends, 0, COUNT);
        DoubleUnaryOperator exact = exact(activation);
        double h = 1e-4;
        for (int i = 0; i < COUNT; i++) {
            double a = arguments[MARGIN + i];
            if (Math.abs(a) < 2 * h) {
                continue; // at the kinks
            }
            double slope = (exact.applyAsDouble(a + h) - exact.applyAsDouble(a - h)) / (2 * h);
            double bend =
                    (exact.applyAsDouble(a + h) - 2 * exact.applyAsDouble(a) + exact.applyAsDouble(a - h)) / (h * h);
            assertThat((double) slopes[i])
                    .as("slope at %s", a)
                    .isCloseTo(3 * slope, org.assertj.core.data.Offset.offset(1e-5));
            assertThat(bends[i] * slope)
                    .as("curvature at %s", a)
                    .isCloseTo(6 * bend, org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    @Test
    void notANumberStaysNotANumber() {
        for (VectorActivation activation : VectorActivation.values()) {
            float[] values = new float[VectorUnit.padded(1)];
            values[0] = Float.NaN;
            activation.apply(values, 0, values.length);
            assertThat(values[0]).as("%s", activation).isNaN();
            if (activation != VectorActivation.LEAKY_RELU) {
                float[] slopes = new float[values.length];
                java.util.Arrays.fill(slopes, 1);
                activation.timesDerivative(slopes, 0, values, 0, slopes, 0, values.length);
                assertThat(slopes[0]).as("slope of %s", activation).isNaN();
            }
        }
    }

    private static DoubleUnaryOperator exact(VectorActivation activation) {
        return switch (activation) {
            case ELU -> a -> a > 0 ? a : Math.expm1(a);
            case LEAKY_RELU -> a -> a > 0 ? a : 0.2f * a;
            case TANH -> Math::tanh;
        };
    }

    /** −60 … 60, closer together near 0. */
    private static float[] arguments() {
        float[] arguments = new float[COUNT + 2 * MARGIN];
        for (int i = 0; i < arguments.length; i++) {
            double t = 2.0 * i / (arguments.length - 1) - 1;
            arguments[i] = (float) (60 * t * t * t);
        }
        return arguments;
    }
}

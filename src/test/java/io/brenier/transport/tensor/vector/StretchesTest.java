package io.brenier.transport.tensor.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchesTest {

    private static final int A_AT = 3;
    private static final int B_AT = 5;
    private static final int C_AT = 1;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 64, 100})
    void agreesWithSumsOfScalarsAndTouchesNothingElse(int length) {
        float[] a = normal(length + 20, 1);
        float[] b = normal(length + 20, 2);
        float[] scaled = b.clone();
        float[] difference = normal(length + 20, 3);
        float[] untouched = difference.clone();
        double product = 0;
        float largest = 0;
        for (int k = 0; k < length; k++) {
            product += (double) a[A_AT + k] * b[B_AT + k];
            largest = Math.max(largest, Math.abs(a[A_AT + k]));
        }

        Stretches.addScaled(-0.5f, a, A_AT, scaled, B_AT, length);
        Stretches.subtract(a, A_AT, b, B_AT, difference, C_AT, length);

        assertThat(Stretches.dot(a, A_AT, b, B_AT, length)).isCloseTo((float) product, within(1e-5f));
        assertThat(Stretches.largest(a, A_AT, length)).isEqualTo(largest);
        for (int k = 0; k < a.length; k++) {
            boolean isInB = k >= B_AT && k < B_AT + length;
            assertThat(scaled[k]).isCloseTo(isInB ? b[k] - 0.5f * a[k - B_AT + A_AT] : b[k], within(1e-6f));
            boolean isInC = k >= C_AT && k < C_AT + length;
            assertThat(difference[k]).isEqualTo(isInC ? a[k - C_AT + A_AT] - b[k - C_AT + B_AT] : untouched[k]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 16, 18})
    void takesANanForTheLargestWhereverItStands(int place) {
        float[] a = new float[19];
        Arrays.fill(a, -2);
        a[place] = Float.NaN;

        assertThat(Stretches.largest(a, 0, a.length)).isNaN();
        a[place] = Float.NEGATIVE_INFINITY;
        assertThat(Stretches.largest(a, 0, a.length)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void addsInTheSameOrderInterpretedAndCompiled() {
        float[] a = normal(83, 4);
        float[] b = normal(83, 5);
        float first = Stretches.dot(a, 0, b, 0, 83);

        for (int i = 0; i < 30_000; i++) {
            assertThat(Stretches.dot(a, 0, b, 0, 83)).isEqualTo(first);
        }
    }

    private static float[] normal(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int k = 0; k < length; k++) {
            values[k] = (float) random.nextGaussian();
        }
        return values;
    }
}

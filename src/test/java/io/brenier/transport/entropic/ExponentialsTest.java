package io.brenier.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialsTest {

    @ParameterizedTest
    @ValueSource(doubles = {-60, -20.5, -1, -1e-3, 0, 1e-3, 1, 20.5, 60})
    void agreesWithMathExp(double exponent) {
        double sum = new Exponentials(1).sum(new double[] {exponent}, 0);

        assertThat(sum / Math.exp(exponent) - 1).isBetween(-1e-10, 1e-10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void sumsEveryTermOnce(int length) {
        double[] exponents = DoubleStream.iterate(0, x -> x - 0.1).limit(length).toArray();

        double expected = DoubleStream.of(exponents).map(x -> Math.exp(x - 0.5)).sum();

        assertThat(new Exponentials(length).sum(exponents, 0.5)).isCloseTo(expected, withinPercentage(1e-8));
    }

    @Test
    void staysFiniteBeyondTheRange() {
        assertThat(new Exponentials(1).sum(new double[] {1e6}, 0)).isFinite().isGreaterThan(1e200);
        assertThat(new Exponentials(1).sum(new double[] {-1e6}, 0))
                .isNotNegative()
                .isLessThan(1e-200);
    }
}

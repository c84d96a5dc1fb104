package io.brenier.transport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class W2EstimateTest {

    @Test
    void isTheSquaredLengthOfAShiftByBothWays() {
        // f(x) = ½|x|² + 2x, f*(y) = ½(y − 2)²: T(x) = x + 2.
        Points x = Points.ofRows(new float[] {0}, new float[] {1}, new float[] {3});
        Points y = Points.ofRows(new float[] {2}, new float[] {3}, new float[] {5});

        W2Estimate dual = W2Estimate.byDual(x, new float[] {0, 2.5f, 10.5f}, y, new float[] {0, 0.5f, 4.5f});
        W2Estimate primal = W2Estimate.byMap(x, y);

        assertThat(dual.squared()).isCloseTo(4, within(1e-9));
        assertThat(primal.squared()).isEqualTo(4);
        assertThat(primal.standardError()).isZero();
    }

    @Test
    void errsByItsStandardError() {
        SplittableRandom random = new SplittableRandom(1);
        int trials = 400;
        double squares = 0;
        for (int trial = 0; trial < trials; trial++) {
            float[] from = new float[50];
            float[] to = new float[50];
            for (int i = 0; i < 50; i++) {
                from[i] = (float) random.nextGaussian();
                to[i] = 3 * from[i];
            }
            W2Estimate estimate = W2Estimate.byMap(Points.of(from, 50, 1), Points.of(to, 50, 1));
            double error = (estimate.squared() - 4) / estimate.standardError();
            squares += error * error;
        }
        assertThat(squares / trials).isBetween(0.7, 1.8);
    }

    @Test
    void refusesSetsThatDoNotFit() {
        Points one = Points.ofRows(new float[] {1});
        Points two = Points.ofRows(new float[] {1, 2}, new float[] {3, 4});

        assertThatThrownBy(() -> W2Estimate.byMap(one, one)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> W2Estimate.byDual(one, new float[1], two, new float[2]))
                .hasMessageContaining("dimension");
        assertThatThrownBy(() -> W2Estimate.byDual(two, new float[1], two, new float[2]))
                .hasMessageContaining("values");
    }
}

package io.brenier.transport.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantizationTest {

    @Test
    void keepsEveryPointsMassAndTheMean() {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[3_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Points points = Points.of(values, 1_500, 2);

        Quantization cells = Quantization.of(points, 100);

        assertThat(cells.centres().rows()).isEqualTo(100);
        assertThat(Arrays.stream(cells.weights()).sum()).isCloseTo(1, within(1e-12));
        for (int k = 0; k < 2; k++) {
            double mean = 0;
            double weighted = 0;
            for (int i = 0; i < points.rows(); i++) {
                mean += points.at(i, k) / (double) points.rows();
            }
            for (int j = 0; j < 100; j++) {
                weighted += cells.weights()[j] * cells.centres().at(j, k);
            }
            assertThat(weighted).isCloseTo(mean, within(1e-6));
        }
    }

    @Test
    void givesEachPointToItsNearestCentre() {
        Points points = Points.ofRows(
                new float[] {0, 0}, new float[] {10, 0}, new float[] {1, 0}, new float[] {9, 0}, new float[] {0, 2});

        Quantization cells = Quantization.of(points, 2);

        assertThat(cells.weights()).containsExactly(0.6, 0.4);
        assertThat(cells.centres().row(1)).containsExactly(9.5f, 0);
    }

    @Test
    void leavesFewPointsAsTheyAre() {
        Points points = Points.ofRows(new float[] {1}, new float[] {2});

        assertThat(Quantization.of(points, 5).centres()).isEqualTo(points);
    }
}

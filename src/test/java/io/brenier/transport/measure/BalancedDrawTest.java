package io.brenier.transport.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BalancedDrawTest {

    @Test
    void clustersWeighWhatTheyWeighAmongTheMany() {
        Points many = twoClusters(10_000, 0.75, 1);
        Points few = twoClusters(600, 0.5, 2);

        Points drawn = BalancedDraw.of(few, many, 100);

        assertThat(drawn.rows()).isBetween(95, 100);
        assertThat(rightOf(drawn) / (double) drawn.rows()).isBetween(0.74, 0.76);
    }

    @Test
    void aCellThatHasTooFewGivesAllItHas() {
        Points drawn = BalancedDraw.of(twoClusters(40, 0.25, 3), twoClusters(10_000, 0.75, 4), 100);

        assertThat(drawn.rows()).isBetween(10, 40);
    }

    private static int rightOf(Points points) {
        int count = 0;
        for (int row = 0; row < points.rows(); row++) {
            if (points.at(row, 0) > 0) {
                count++;
            }
        }
        return count;
    }

    /** Of unit variance about (±10, 0), the given part on the right. */
    private static Points twoClusters(int rows, double right, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            double centre = random.nextDouble() < right ? 10 : -10;
            values[2 * row] = (float) (centre + random.nextGaussian());
            values[2 * row + 1] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, 2);
    }
}

package io.brenier.transport.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestCentreTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isTheOneThatASearchThroughAllFinds(int dimension) {
        Points centres = normal(50, dimension, 1);
        Points points = normal(500, dimension, 2);
        NearestCentre nearest = new NearestCentre(centres);

        for (int row = 0; row < points.rows(); row++) {
            assertThat(distance(points, row, centres, nearest.of(points, row)))
                    .isEqualTo(leastDistance(points, row, centres));
        }
    }

    private static float leastDistance(Points points, int row, Points centres) {
        float least = Float.POSITIVE_INFINITY;
        for (int centre = 0; centre < centres.rows(); centre++) {
            least = Math.min(least, distance(points, row, centres, centre));
        }
        return least;
    }

    private static float distance(Points points, int row, Points centres, int centre) {
        float sum = 0;
        for (int k = 0; k < points.dimension(); k++) {
            float difference = points.at(row, k) - centres.at(centre, k);
            sum += difference * difference;
        }
        return sum;
    }

    private static Points normal(int rows, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, dimension);
    }
}

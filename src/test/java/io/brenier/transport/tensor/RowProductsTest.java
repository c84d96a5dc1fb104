package io.brenier.transport.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowProductsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 8, 5", "16, 19, 33", "2, 7, 64"})
    void addsAProductToWhatIsThere(int rows, int inner, int outer) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] x = matrix(random, rows, inner);
        float[][] w = matrix(random, inner, outer);
        float[][] y = matrix(random, rows, outer);
        float[][] expected = new float[rows][outer];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < outer; j++) {
                double sum = y[r][j];
                for (int k = 0; k < inner; k++) {
                    sum += (double) x[r][k] * w[k][j];
                }
                expected[r][j] = (float) sum;
            }
        }
        RowProducts.addProduct(x, rows, w, y);
        for (int r = 0; r < rows; r++) {
            assertThat(y[r]).usingComparatorWithPrecision(1e-5f).containsExactly(expected[r]);
            assertThat(RowProducts.dot(x[r], x[r])).isCloseTo(norm(x[r]), within(1e-12));
        }
    }

    private static double norm(float[] x) {
        double sum = 0;
        for (float value : x) {
            sum += (double) value * value;
        }
        return sum;
    }

    private static float[][] matrix(SplittableRandom random, int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }
}

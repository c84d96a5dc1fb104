package io.brenier.transport.tensor.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of every shape that tiles have to be cut for, against sums in double. */
class VectorProductsTest {

    private final Random random = new Random(7);

    @Test
    void theBuildRunsWithTheVectorApi() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "6,3,16", "7,5,17", "13,32,33", "96,64,64", "5,2,100", "12,128,31", "0,4,4"})
    void aPackedMatrixMultipliesFromTheRight(int count, int inner, int columns) {
        float[] a = numbers(count * inner);
        float[] b = numbers(inner * columns);
        PackedMatrix packed = new PackedMatrix(inner, columns);
        packed.pack(b, 0);
        float[] c = numbers(count * packed.stride());
        float[] before = c.clone();
        packed.addProduct(a, 0, inner, count, c, 0);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = before[i * packed.stride() + j];
                for (int k = 0; k < inner; k++) {
                    sum += (double) a[i * inner + k] * b[k * columns + j];
                }
                assertThat((double) c[i * packed.stride() + j]).isCloseTo(sum, within(inner));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,16", "17,5", "33,32", "64,64", "100,2"})
    void packingTheTransposeIsPackingWhatIsTransposed(int rows, int columns) {
        float[] matrix = numbers(rows * columns);
        float[] transposed = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }
        PackedMatrix one = new PackedMatrix(rows, columns);
        one.pack(matrix, 0);
        PackedMatrix other = new PackedMatrix(rows, columns);
        other.packTransposed(transposed, 0);
        float[] x = numbers(4 * rows);
        float[] y = new float[4 * one.stride()];
        float[] z = new float[4 * one.stride()];
        one.addProduct(x, 0, rows, 4, y, 0);
        other.addProduct(x, 0, rows, 4, z, 0);
        assertThat(y).containsExactly(z);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "9,6,16", "10,7,17", "96,16,128", "50,2,33", "0,3,3"})
    void aProductsAddsUpOuterProducts(int rows, int left, int right) {
        int stride = VectorUnit.padded(right);
        float[] a = numbers(rows * left);
        float[] b = numbers(rows * stride);
        float[] c = numbers(left * stride);
        float[] before = c.clone();
        Products.addTransposed(a, 0, left, left, b, 0, stride, rows, c);
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                double sum = before[i * stride + j];
                for (int k = 0; k < rows; k++) {
                    sum += (double) a[k * left + i] * b[k * stride + j];
                }
                assertThat((double) c[i * stride + j]).isCloseTo(sum, within(rows));
            }
        }
    }

    @Test
    void aRowOfAProductDoesNotDependOnTheOthers() {
        float[] a = numbers(13 * 40);
        PackedMatrix packed = new PackedMatrix(40, 50);
        packed.pack(numbers(40 * 50), 0);
        float[] together = new float[13 * packed.stride()];
        packed.addProduct(a, 0, 40, 13, together, 0);
        float[] alone = new float[13 * packed.stride()];
        for (int i = 0; i < 13; i++) {
            packed.addProduct(a, i * 40, 40, 1, alone, i * packed.stride());
        }
        assertThat(alone).containsExactly(together);
    }

    private static org.assertj.core.data.Offset<Double> within(int terms) {
        return org.assertj.core.data.Offset.offset(1e-6 * (terms + 1));
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}

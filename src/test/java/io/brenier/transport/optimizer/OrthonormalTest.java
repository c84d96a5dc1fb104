package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrthonormalTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 40})
    void factorsAMatrixIntoOrthonormalColumnsAndAnUpperTriangle(int n) {
        float[] a = normal(n);
        float[] q = Orthonormal.factor(a, n);
        assertThat(identityError(q, n)).isLessThan(1e-6);
        for (int i = 0; i < n; i++) {
            assertThat(r(q, a, n, i, i)).isPositive();
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(r(q, a, n, i, j))).isLessThan(1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 30})
    void factorsAsHouseholdersWayDoes(int n) {
        float[] a = normal(n);
        // Columns of very different length, as a preconditioner times its eigenvectors has them.
        for (int i = 0; i < a.length; i++) {
            a[i] *= (float) Math.pow(10, -10.0 * (i % n) / n);
        }
        double[][] byHouseholder = HouseholderQr.orthonormalFactor(rows(a, n));
        double[][] byCholesky = CholeskyQr.orthonormalFactor(rows(a, n));
        for (int i = 0; i < n; i++) {
            assertThat(byCholesky[i]).usingComparatorWithPrecision(1e-9).containsExactly(byHouseholder[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void staysOrthonormalWhereColumnsNearlyDepend(int n) {
        float[] a = normal(n);
        for (int i = 0; i < n; i++) {
            a[i * n + n - 1] = a[i * n] + 1e-6f * a[i * n + n - 1];
        }
        assertThat(identityError(Orthonormal.factor(a, n), n)).isLessThan(1e-6);
    }

    @Test
    void staysOrthonormalForADeficientMatrix() {
        float[] a = new float[25];
        a[3] = 1e-30f;
        a[8] = 2e-30f;
        assertThat(identityError(Orthonormal.factor(a, 5), 5)).isLessThan(1e-6);
    }

    @Test
    void findsAnOrthonormalBasisAtEverySizeOfNumbers() {
        for (float size : new float[] {1e-38f, 1e-20f, 1, 1e20f, 1e37f}) {
            float[] a = normal(12);
            float[] symmetric = new float[144];
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    symmetric[i * 12 + j] = size * (a[i * 12 + j] + a[j * 12 + i]) / 8;
                }
            }
            assertThat(identityError(Orthonormal.eigenvectors(symmetric, 12), 12))
                    .as("entries of %s", size)
                    .isLessThan(1e-5);
        }
    }

    @Test
    void findsAnOrthonormalBasisOfAGradientWithOneHugeRow() {
        float[] outer = new float[900];
        float[] g = normal(30);
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                outer[i * 30 + j] = (i == 0 ? 1e18f : 1e-12f) * g[i] * (j == 0 ? 1e18f : 1e-12f) * g[j];
            }
        }
        assertThat(identityError(Orthonormal.eigenvectors(outer, 30), 30)).isLessThan(1e-5);
    }

    @Test
    void findsTheEigenvectorsOfASymmetricMatrixLargestFirst() {
        int n = 12;
        float[] a = normal(n);
        float[] symmetric = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i * n + j] = a[i * n + j] + a[j * n + i];
            }
        }
        float[] q = Orthonormal.eigenvectors(symmetric, n);
        double[] diagonal = new double[n];
        assertThat(identityError(q, n)).isLessThan(1e-6);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = 0;
                for (int k = 0; k < n; k++) {
                    entry += q[k * n + i] * r(identity(n), multiply(symmetric, q, n), n, k, j);
                }
                assertThat(i == j || Math.abs(entry) < 1e-4).isTrue();
                diagonal[j] = i == j ? entry : diagonal[j];
            }
        }
        for (int j = 1; j < n; j++) {
            assertThat(diagonal[j]).isLessThan(diagonal[j - 1]);
        }
    }

    @Test
    void findsNoEigenvectorsOfWhatIsNotFinite() {
        assertThat(Orthonormal.eigenvectors(new float[] {1, Float.NaN, Float.NaN, 1}, 2))
                .containsOnly(Float.NaN);
    }

    private static double[][] rows(float[] values, int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < values.length; i++) {
            rows[i / n][i % n] = values[i];
        }
        return rows;
    }

    /** (Qᵀ A)(i, j). */
    private static double r(float[] q, float[] a, int n, int i, int j) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += (double) q[k * n + i] * a[k * n + j];
        }
        return sum;
    }

    private static double identityError(float[] q, int n) {
        double error = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                error = Math.max(error, Math.abs(r(q, q, n, i, j) - (i == j ? 1 : 0)));
            }
        }
        return error;
    }

    private static float[] multiply(float[] a, float[] b, int n) {
        float[] product = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i * n + j] += a[i * n + k] * b[k * n + j];
                }
            }
        }
        return product;
    }

    private static float[] identity(int n) {
        float[] identity = new float[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }

    private static float[] normal(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] a = new float[n * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.nextGaussian();
        }
        return a;
    }
}

package io.brenier.transport.optimizer;

import java.util.Arrays;

/**
 * A = QR by Householder reflections (Golub and Van Loan, algorithm 5.2.1). Rows are arrays of their own and the inner loops go along
 * them, which the compiler turns into vector code.
 */
final class HouseholderQr {

    private HouseholderQr() {}

    /** Q with the diagonal of R made non-negative; A, square, is overwritten. Where a column vanishes, any direction that fits. */
    static double[][] orthonormalFactor(double[][] a) {
        int n = a.length;
        double[][] reflectors = new double[n][];
        double[] signs = new double[n];
        double[] work = new double[n];
        for (int k = 0; k < n; k++) {
            double[] reflector = reflector(a, k);
            signs[k] = reflector[k] > 0 ? -1 : 1;
            reflectors[k] = reflector;
            reflect(a, k, reflector, work);
        }
        double[][] q = new double[n][n];
        for (int k = 0; k < n; k++) {
            q[k][k] = 1;
        }
        for (int k = n - 1; k >= 0; k--) {
            reflect(q, k, reflectors[k], work);
        }
        for (double[] row : q) {
            for (int j = 0; j < n; j++) {
                row[j] *= signs[j];
            }
        }
        return q;
    }

    /** v, zero before k and of length √2, such that I − v vᵀ clears column k of A below its diagonal; all zero if it is zero already. */
    private static double[] reflector(double[][] a, int k) {
        int n = a.length;
        double[] v = new double[n];
        double largest = 0;
        for (int i = k; i < n; i++) {
            v[i] = a[i][k];
            largest = Math.max(largest, Math.abs(v[i]));
        }
        if (largest == 0) {
            return v;
        }
        double sum = 0;
        for (int i = k; i < n; i++) {
            v[i] /= largest;
            sum += v[i] * v[i];
        }
        double norm = Math.sqrt(sum);
        double head = Math.abs(v[k]);
        double scale = 1 / Math.sqrt(norm * (norm + head));
        v[k] += Math.copySign(norm, v[k]);
        for (int i = k; i < n; i++) {
            v[i] *= scale;
        }
        return v;
    }

    /** The rows from k on ← (I − v vᵀ) times them; their columns before k are zero, or will be, and are left alone. */
    private static void reflect(double[][] a, int k, double[] v, double[] work) {
        Arrays.fill(work, 0);
        for (int i = k; i < a.length; i++) {
            addScaled(work, a[i], k, v[i]);
        }
        for (int i = k; i < a.length; i++) {
            addScaled(a[i], work, k, -v[i]);
        }
    }

    private static void addScaled(double[] y, double[] x, int from, double factor) {
        for (int j = from; j < y.length; j++) {
            y[j] = Math.fma(factor, x[j], y[j]);
        }
    }
}

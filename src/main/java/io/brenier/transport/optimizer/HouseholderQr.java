package io.brenier.transport.optimizer;

/**
 * A = QR by Householder reflections (Golub and Van Loan, algorithm 5.2.1), with row-wise inner loops that the compiler turns into
 * vector code.
 */
final class HouseholderQr {

    private HouseholderQr() {}

    /** Q with the diagonal of R made non-negative; A, row-major [n, n], is overwritten. A zero column gets any direction that fits. */
    static double[] orthonormalFactor(double[] a, int n) {
        double[] reflectors = new double[n * n];
        double[] betas = new double[n];
        double[] signs = new double[n];
        double[] work = new double[n];
        for (int k = 0; k < n; k++) {
            signs[k] = reflector(a, n, k, reflectors, betas);
            reflect(a, n, k, k, reflectors, betas[k], work);
        }
        double[] q = new double[n * n];
        for (int k = 0; k < n; k++) {
            q[k * n + k] = 1;
        }
        for (int k = n - 1; k >= 0; k--) {
            reflect(q, n, k, k, reflectors, betas[k], work);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                q[i * n + j] *= signs[j];
            }
        }
        return q;
    }

    /** The reflection I − β v vᵀ that clears column k below its diagonal; returns the sign of the diagonal it leaves. */
    private static double reflector(double[] a, int n, int k, double[] reflectors, double[] betas) {
        double largest = 0;
        for (int i = k; i < n; i++) {
            largest = Math.max(largest, Math.abs(a[i * n + k]));
        }
        if (!(largest > 0)) {
            betas[k] = 0;
            return 1;
        }
        double sum = 0;
        for (int i = k; i < n; i++) {
            double scaled = a[i * n + k] / largest;
            reflectors[k * n + i] = scaled;
            sum += scaled * scaled;
        }
        double head = reflectors[k * n + k];
        double norm = Math.sqrt(sum);
        double sign = head > 0 ? -1 : 1;
        reflectors[k * n + k] = head - sign * norm;
        betas[k] = 1 / (norm * (norm + Math.abs(head)));
        return sign;
    }

    /** Applies reflection k to the columns from {@code from} on. */
    private static void reflect(double[] a, int n, int k, int from, double[] reflectors, double beta, double[] work) {
        if (beta == 0) {
            return;
        }
        for (int j = from; j < n; j++) {
            work[j] = 0;
        }
        for (int i = k; i < n; i++) {
            addScaled(work, 0, a, i * n, from, n, reflectors[k * n + i]);
        }
        for (int i = k; i < n; i++) {
            addScaled(a, i * n, work, 0, from, n, -beta * reflectors[k * n + i]);
        }
    }

    private static void addScaled(double[] y, int yAt, double[] x, int xAt, int from, int to, double factor) {
        for (int j = from; j < to; j++) {
            y[yAt + j] += factor * x[xAt + j];
        }
    }
}

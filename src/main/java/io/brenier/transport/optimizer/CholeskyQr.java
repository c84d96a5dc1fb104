package io.brenier.transport.optimizer;

import java.util.Arrays;

/**
 * The factor Q of A = QR by way of R, Cholesky's factor of AᵀA (Yamamoto et al. 2015), with the columns brought to length 1 first: a third
 * of the products of Householder's way. It squares the condition, so that a matrix whose scaled columns are nearly dependent goes
 * Householder's way after all. Four rows at a time pass through the inner loops, which the compiler turns into vector code.
 */
final class CholeskyQr {

    private static final int GROUP = 4;
    /** Of the squared length of a column, what has to be left beside those before it; the columns of Q are then orthogonal to some 1e-8. */
    private static final double LEAST_PIVOT = 1e-8;

    private CholeskyQr() {}

    /** Q with the diagonal of R made non-negative; A, square, is overwritten. Where a column vanishes, any direction that fits. */
    static double[][] orthonormalFactor(double[][] a) {
        scaleColumns(a);
        double[][] rows = padded(a);
        double[][] r = gram(rows);
        if (!factorise(r)) {
            return HouseholderQr.orthonormalFactor(a);
        }
        double[] inverses = new double[r.length];
        Arrays.setAll(inverses, i -> 1 / r[i][i]);
        for (double[] row : rows) {
            solve(row, r, inverses);
        }
        double[][] q = new double[a.length][];
        for (int i = 0; i < q.length; i++) {
            q[i] = Arrays.copyOf(rows[i], a.length);
        }
        return q;
    }

    private static void scaleColumns(double[][] a) {
        double[] squares = new double[a.length];
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                squares[j] = Math.fma(row[j], row[j], squares[j]);
            }
        }
        for (int j = 0; j < squares.length; j++) {
            squares[j] = squares[j] == 0 ? 1 : 1 / Math.sqrt(squares[j]);
        }
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= squares[j];
            }
        }
    }

    /** A with rows and columns of the identity added up to a multiple of the group, which leaves its Q as it is. */
    private static double[][] padded(double[][] a) {
        int n = (a.length + GROUP - 1) / GROUP * GROUP;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (i < a.length) {
                System.arraycopy(a[i], 0, rows[i], 0, a.length);
            } else {
                rows[i][i] = 1;
            }
        }
        return rows;
    }

    /** AᵀA on and above the diagonal. */
    private static double[][] gram(double[][] a) {
        int n = a.length;
        double[][] gram = new double[n][n];
        for (int k = 0; k < n; k += GROUP) {
            for (int i = 0; i < n; i++) {
                addScaled(gram[i], i, a, k, a[k][i], a[k + 1][i], a[k + 2][i], a[k + 3][i]);
            }
        }
        return gram;
    }

    /** The upper triangle of a symmetric matrix ← R with RᵀR = it. Says whether every pivot was large enough. */
    private static boolean factorise(double[][] g) {
        int n = g.length;
        for (int k = 0; k < n; k += GROUP) {
            for (int p = k; p < k + GROUP; p++) {
                for (int above = k; above < p; above++) {
                    addScaled(g[p], p, g[above], -g[above][p]);
                }
                if (!(g[p][p] > LEAST_PIVOT)) {
                    return false;
                }
                double scale = 1 / Math.sqrt(g[p][p]);
                for (int j = p; j < n; j++) {
                    g[p][j] *= scale;
                }
            }
            for (int i = k + GROUP; i < n; i++) {
                addScaled(g[i], i, g, k, -g[k][i], -g[k + 1][i], -g[k + 2][i], -g[k + 3][i]);
            }
        }
        return true;
    }

    /** x ← x R⁻¹, with one over R's diagonal at hand. */
    private static void solve(double[] x, double[][] r, double[] inverses) {
        for (int k = 0; k < x.length; k += GROUP) {
            for (int p = k; p < k + GROUP; p++) {
                x[p] *= inverses[p];
                for (int j = p + 1; j < k + GROUP; j++) {
                    x[j] = Math.fma(-x[p], r[p][j], x[j]);
                }
            }
            addScaled(x, k + GROUP, r, k, -x[k], -x[k + 1], -x[k + 2], -x[k + 3]);
        }
    }

    private static void addScaled(double[] y, int from, double[] x, double factor) {
        for (int j = from; j < y.length; j++) {
            y[j] = Math.fma(factor, x[j], y[j]);
        }
    }

    /** y ← y + a rows_k + b rows_{k+1} + c rows_{k+2} + d rows_{k+3}, from an index on. */
    private static void addScaled(
            double[] y, int from, double[][] rows, int k, double a, double b, double c, double d) {
        double[] first = rows[k];
        double[] second = rows[k + 1];
        double[] third = rows[k + 2];
        double[] fourth = rows[k + 3];
        for (int j = from; j < y.length; j++) {
            y[j] = Math.fma(d, fourth[j], Math.fma(c, third[j], Math.fma(b, second[j], Math.fma(a, first[j], y[j]))));
        }
    }
}

package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Lanczos' recurrence H vₖ = βₖ₋₁ vₖ₋₁ + αₖ vₖ + βₖ vₖ₊₁ for many lanes at once, each with a Hessian and a first vector of its own. Products
 * come in floats, all else is double; every new vector is orthogonalised against all before it, twice.
 */
final class LanczosBatch {

    private final Points x;
    private final int dimension;
    /** Vector k of lane l at [k][l · d …]. */
    private final double[][] vectors;

    private final double[][] alphas;
    private final double[][] betas;
    /** How many steps a lane made before its Krylov space was exhausted. */
    private final int[] sizes;

    private final boolean[] finished;
    private int step;
    private int goingOn;

    /**
     * @param x where each lane's Hessian is, [lanes, d]
     * @param first unit vectors, [lanes, d]
     */
    LanczosBatch(Points x, double[] first, int steps) {
        this.x = x;
        this.dimension = x.dimension();
        this.vectors = new double[steps][];
        this.alphas = new double[x.rows()][steps];
        this.betas = new double[x.rows()][steps];
        this.sizes = new int[x.rows()];
        this.finished = new boolean[x.rows()];
        this.goingOn = x.rows();
        vectors[0] = first;
    }

    boolean isGoingOn() {
        return goingOn > 0;
    }

    void step(HessianProducts hessian) {
        double[] current = vectors[step];
        float[] directions = new float[current.length];
        for (int i = 0; i < current.length; i++) {
            directions[i] = (float) current[i];
        }
        float[] products =
                hessian.apply(x, Points.of(directions, x.rows(), dimension)).values();
        double[] next = new double[step + 1 < vectors.length ? current.length : dimension];
        for (int lane = 0; lane < x.rows(); lane++) {
            if (!finished[lane]) {
                advance(lane, products, next, step + 1 < vectors.length ? lane * dimension : 0);
            }
        }
        step++;
        if (step < vectors.length) {
            vectors[step] = next;
        }
    }

    private void advance(int lane, float[] products, double[] next, int at) {
        int start = lane * dimension;
        for (int i = 0; i < dimension; i++) {
            next[at + i] = products[start + i];
        }
        double scale = Math.sqrt(dot(next, at, next, at));
        double alpha = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int k = step; k >= 0; k--) {
                double part = dot(next, at, vectors[k], start);
                if (k == step) {
                    alpha += part;
                }
                for (int i = 0; i < dimension; i++) {
                    next[at + i] -= part * vectors[k][start + i];
                }
            }
        }
        alphas[lane][step] = alpha;
        sizes[lane] = step + 1;
        double beta = Math.sqrt(dot(next, at, next, at));
        if (!(beta > LogDeterminant.ROUNDING * scale)) {
            finished[lane] = true;
            goingOn--;
            Arrays.fill(next, at, at + dimension, 0);
            return;
        }
        betas[lane][step] = beta;
        for (int i = 0; i < dimension; i++) {
            next[at + i] /= beta;
        }
    }

    private double dot(double[] a, int aAt, double[] b, int bAt) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    /** d Σₖ τₖ² log θₖ of a lane. */
    Quadrature logForm(int lane) {
        int size = sizes[lane];
        DMatrixRMaj tridiagonal = new DMatrixRMaj(size, size);
        double sum = 0;
        for (int k = 0; k < size; k++) {
            tridiagonal.set(k, k, alphas[lane][k]);
            sum += Math.abs(alphas[lane][k]);
            if (k + 1 < size) {
                tridiagonal.set(k, k + 1, betas[lane][k]);
                tridiagonal.set(k + 1, k, betas[lane][k]);
                sum += betas[lane][k];
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!Double.isFinite(sum) || !eigen.decompose(tridiagonal)) {
            return new Quadrature(Double.NaN, HessianStatus.NON_FINITE);
        }
        double largest = 0;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        double form = 0;
        for (int k = 0; k < size; k++) {
            double value = eigen.getEigenvalue(k).getReal();
            if (!(value > LogDeterminant.ROUNDING * largest)) {
                return new Quadrature(Double.NaN, HessianStatus.NOT_POSITIVE_DEFINITE);
            }
            double component = eigen.getEigenVector(k).get(0, 0);
            form += component * component * Math.log(value);
        }
        return new Quadrature(dimension * form, HessianStatus.POSITIVE_DEFINITE);
    }

    /** @param value NaN where the status is not POSITIVE_DEFINITE */
    record Quadrature(double value, HessianStatus status) {}
}

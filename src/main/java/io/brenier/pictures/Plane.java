package io.brenier.pictures;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A plane of R^d, d at least 2, that points are shown on: o + a·u + b·v with orthonormal u and v.
 *
 * @param origin o
 * @param u first axis
 * @param v second axis
 * @param uName what to write at the first axis
 * @param vName what to write at the second axis
 */
record Plane(double[] origin, double[] u, double[] v, String uName, String vName) {

    /** Up to this dimension the covariance is decomposed, above it the inner products of at most so many points, spread over those given. */
    private static final int LARGEST_DECOMPOSITION = 512;

    private static final double NO_LENGTH = 1e-9;

    /**
     * The plane itself where d is 2; otherwise through the mean along the first two principal components, each with its largest coordinate positive.
     */
    static Plane of(Points points) {
        return points.dimension() == 2 ? coordinates() : principal(points);
    }

    /** R² itself. */
    static Plane coordinates() {
        return new Plane(new double[2], new double[] {1, 0}, new double[] {0, 1}, "x1", "x2");
    }

    private static Plane principal(Points points) {
        int d = points.dimension();
        Points shown = d <= LARGEST_DECOMPOSITION ? points : spread(points);
        double[] mean = mean(shown);
        DMatrixRMaj centred = centred(shown, mean);
        double total = squares(centred);
        DMatrixRMaj axes = d <= LARGEST_DECOMPOSITION ? ofCovariance(centred) : ofInnerProducts(centred);
        double[] u = axis(axes, 0, new double[d]);
        double[] v = axis(axes, 1, u);
        return new Plane(mean, u, v, name("PC 1", energy(centred, u), total), name("PC 2", energy(centred, v), total));
    }

    /** Points of R^d on the plane, [n, 2]: (⟨x − o, u⟩, ⟨x − o, v⟩). */
    double[][] project(Points points) {
        double[] a = new double[points.rows()];
        double[] b = new double[points.rows()];
        for (int row = 0; row < points.rows(); row++) {
            for (int j = 0; j < origin.length; j++) {
                double offset = points.at(row, j) - origin[j];
                a[row] += offset * u[j];
                b[row] += offset * v[j];
            }
        }
        return new double[][] {a, b};
    }

    /** The points of R^d with these coordinates on the plane. */
    Points lift(double[] a, double[] b) {
        int d = origin.length;
        float[] values = new float[Math.multiplyExact(a.length, d)];
        for (int row = 0; row < a.length; row++) {
            for (int j = 0; j < d; j++) {
                values[row * d + j] = (float) (origin[j] + a[row] * u[j] + b[row] * v[j]);
            }
        }
        return Points.of(values, a.length, d);
    }

    private static Points spread(Points points) {
        int count = Math.min(points.rows(), LARGEST_DECOMPOSITION);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) ((long) i * points.rows() / count);
        }
        return points.select(rows);
    }

    private static double[] mean(Points points) {
        double[] mean = new double[points.dimension()];
        for (int row = 0; row < points.rows(); row++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += points.at(row, j) / points.rows();
            }
        }
        return mean;
    }

    private static DMatrixRMaj centred(Points points, double[] mean) {
        DMatrixRMaj centred = new DMatrixRMaj(points.rows(), mean.length);
        for (int row = 0; row < points.rows(); row++) {
            for (int j = 0; j < mean.length; j++) {
                centred.set(row, j, points.at(row, j) - mean[j]);
            }
        }
        return centred;
    }

    /** The two leading eigenvectors of XᵀX as rows, [2, d]. */
    private static DMatrixRMaj ofCovariance(DMatrixRMaj centred) {
        DMatrixRMaj covariance = new DMatrixRMaj(centred.getNumCols(), centred.getNumCols());
        CommonOps_DDRM.multInner(centred, covariance);
        return leading(covariance);
    }

    /** The same from XXᵀ, whose eigenvectors w give Xᵀw; not of unit length. */
    private static DMatrixRMaj ofInnerProducts(DMatrixRMaj centred) {
        DMatrixRMaj products = new DMatrixRMaj(centred.getNumRows(), centred.getNumRows());
        CommonOps_DDRM.multOuter(centred, products);
        DMatrixRMaj axes = new DMatrixRMaj(2, centred.getNumCols());
        CommonOps_DDRM.mult(leading(products), centred, axes);
        return axes;
    }

    private static DMatrixRMaj leading(DMatrixRMaj symmetric) {
        int size = symmetric.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException("the points have no principal components: they are not finite");
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (i, j) -> Double.compare(
                        eigen.getEigenvalue(j).getReal(), eigen.getEigenvalue(i).getReal()));
        DMatrixRMaj rows = new DMatrixRMaj(2, size);
        for (int k = 0; k < Math.min(2, size); k++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            for (int j = 0; j < size; j++) {
                rows.set(k, j, vector.get(j));
            }
        }
        return rows;
    }

    /** A row as a unit vector orthogonal to another; where the points do not reach that far, any such vector. */
    private static double[] axis(DMatrixRMaj rows, int row, double[] other) {
        int d = rows.getNumCols();
        double[] axis = new double[d];
        for (int j = 0; j < d; j++) {
            axis[j] = rows.get(row, j);
        }
        double length = norm(axis);
        for (int next = 0; !(length > NO_LENGTH) || !orthonormalise(axis, other); next++) {
            axis = new double[d];
            axis[next] = 1;
            length = 1;
        }
        int largest = 0;
        for (int j = 1; j < d; j++) {
            largest = Math.abs(axis[j]) > Math.abs(axis[largest]) * (1 + NO_LENGTH) ? j : largest;
        }
        double sign = axis[largest] < 0 ? -1 : 1;
        return Arrays.stream(axis).map(value -> sign * value).toArray();
    }

    private static boolean orthonormalise(double[] axis, double[] other) {
        double before = norm(axis);
        double along = dot(axis, other);
        for (int j = 0; j < axis.length; j++) {
            axis[j] -= along * other[j];
        }
        double length = norm(axis);
        for (int j = 0; j < axis.length; j++) {
            axis[j] /= length;
        }
        return length > NO_LENGTH * before;
    }

    private static double energy(DMatrixRMaj centred, double[] axis) {
        DMatrixRMaj along = new DMatrixRMaj(centred.getNumRows(), 1);
        CommonOps_DDRM.mult(centred, DMatrixRMaj.wrap(axis.length, 1, axis), along);
        return squares(along);
    }

    private static double squares(DMatrixRMaj matrix) {
        return dot(matrix.data, matrix.data);
    }

    private static String name(String component, double energy, double total) {
        return total == 0
                ? component
                : "%s (%s%% of the variance)"
                        .formatted(component, String.format(Locale.ROOT, "%.0f", 100 * energy / total));
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}

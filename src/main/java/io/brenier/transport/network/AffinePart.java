package io.brenier.transport.network;

import io.brenier.transport.tensor.Elementwise;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import org.jspecify.annotations.Nullable;

/** The fixed affine part x ↦ A x + b that potentials (in their gradient) and maps add their network to. */
final class AffinePart {

    /** How far a matrix may be from symmetric, relative to its largest entry: what rounding to float leaves. */
    private static final float SYMMETRY = 1e-4f;

    private final float[][] columns;
    private final float[] shift;

    AffinePart(float[] matrix, float[] shift, @Nullable Mlp mlp, int outputs) {
        int d = shift.length;
        if (d < 1 || matrix.length != Math.multiplyExact(d, d)) {
            throw new IllegalArgumentException(
                    "a matrix of %d entries and a shift of %d do not go together".formatted(matrix.length, d));
        }
        if (mlp != null && (mlp.inputs() != d || mlp.outputs() != outputs)) {
            throw new IllegalArgumentException("the network goes from %d to %d, needed is from %d to %d"
                    .formatted(mlp.inputs(), mlp.outputs(), d, outputs));
        }
        this.columns = Matrices.columns(matrix, d, d);
        this.shift = shift;
    }

    /** This part, if its matrix is symmetric. @throws IllegalArgumentException if it is not */
    AffinePart symmetric() {
        float largest = 0;
        for (float[] column : columns) {
            for (float entry : column) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(columns[i][j] - columns[j][i]) > SYMMETRY * largest) {
                    throw new IllegalArgumentException("the matrix is not symmetric at (%d, %d)".formatted(i, j));
                }
            }
        }
        return this;
    }

    void requireDimension(Points x) {
        if (x.dimension() != shift.length) {
            throw new IllegalArgumentException(
                    "points of dimension %d are given, needed is %d".formatted(x.dimension(), shift.length));
        }
    }

    /** Refuses directions that are not one for each point. */
    void requireDirections(Points x, Points v) {
        requireDimension(x);
        requireDimension(v);
        if (x.rows() != v.rows()) {
            throw new IllegalArgumentException("%d directions for %d points".formatted(v.rows(), x.rows()));
        }
    }

    /** y ← A v for the first rows: the derivative of the part along v. */
    void applyLinear(float[][] v, int rows, float[][] y) {
        for (int r = 0; r < rows; r++) {
            Elementwise.clear(y[r]);
        }
        RowProducts.addProduct(v, rows, columns, y);
    }

    /** y ← A x + b for the first rows. */
    void apply(float[][] x, int rows, float[][] y) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(shift, 0, y[r], 0, shift.length);
        }
        RowProducts.addProduct(x, rows, columns, y);
    }
}

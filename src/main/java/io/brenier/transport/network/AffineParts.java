package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import org.jspecify.annotations.Nullable;

/** The fixed affine part that potentials and maps add their network to. */
final class AffineParts {

    /** How far a matrix may be from symmetric, relative to its largest entry: what rounding to float leaves. */
    private static final float SYMMETRY = 1e-4f;

    private AffineParts() {}

    static void require(float[] matrix, float[] shift, @Nullable Mlp mlp, int outputs) {
        int d = shift.length;
        if (d < 1 || matrix.length != Math.multiplyExact(d, d)) {
            throw new IllegalArgumentException(
                    "a matrix of %d entries and a shift of %d do not go together".formatted(matrix.length, d));
        }
        if (mlp != null && (mlp.inputs() != d || mlp.outputs() != outputs)) {
            throw new IllegalArgumentException("the network goes from %d to %d, needed is from %d to %d"
                    .formatted(mlp.inputs(), mlp.outputs(), d, outputs));
        }
    }

    static void requireSymmetric(float[] matrix, int d) {
        float largest = 0;
        for (float entry : matrix) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(matrix[i * d + j] - matrix[j * d + i]) > SYMMETRY * largest) {
                    throw new IllegalArgumentException("the matrix is not symmetric at (%d, %d)".formatted(i, j));
                }
            }
        }
    }

    static void requireDimension(Points x, int d) {
        if (x.dimension() != d) {
            throw new IllegalArgumentException(
                    "points of dimension %d are given, needed is %d".formatted(x.dimension(), d));
        }
    }

    /** y ← x Mᵀ + b for a symmetric M, or for M given transposed. */
    static void affine(float[] transposed, float[] shift, float[] x, int at, int rows, float[] y) {
        int d = shift.length;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(shift, 0, y, r * d, d);
        }
        RowProducts.addProduct(x, at, rows, d, transposed, d, y);
    }
}

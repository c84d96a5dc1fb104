package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.vector.PackedMatrix;
import java.util.Arrays;

/** x ↦ Ax + c, laid out for the vector unit. */
final class VectorAffine {

    private final int dimension;
    private final PackedMatrix matrix;
    private final float[] shift;

    /**
     * @param matrix A, row-major [d, d]
     * @param shift c, [d]
     */
    VectorAffine(float[] matrix, float[] shift) {
        dimension = shift.length;
        this.matrix = new PackedMatrix(dimension, dimension);
        this.matrix.packTransposed(matrix, 0);
        this.shift = Arrays.copyOf(shift, this.matrix.stride());
    }

    /** c, padded. */
    float[] shift() {
        return shift;
    }

    /** Between the rows of {@link #apply}. */
    int stride() {
        return matrix.stride();
    }

    /** y ← Ax + c for rows of x from one on. */
    void apply(Points x, int from, int count, float[] y) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(shift, 0, y, r * stride(), stride());
        }
        matrix.addProduct(x.values(), from * dimension, dimension, count, y, 0);
    }

    /** The first d numbers of every such row. */
    Points unpadded(float[] padded, int count) {
        float[] values = new float[count * dimension];
        for (int r = 0; r < count; r++) {
            System.arraycopy(padded, r * stride(), values, r * dimension, dimension);
        }
        return Points.of(values, count, dimension);
    }

    /** @throws IllegalArgumentException if the points are of another dimension */
    void requireDimension(Points x) {
        if (x.dimension() != dimension) {
            throw new IllegalArgumentException(
                    "points of dimension %d, a network on %d".formatted(x.dimension(), dimension));
        }
    }
}

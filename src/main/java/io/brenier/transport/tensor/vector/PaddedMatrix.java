package io.brenier.transport.tensor.vector;

import java.util.Arrays;

/** A matrix whose rows are padded by zeros, and what is done with such as a whole. Belongs to one thread at a time. */
public final class PaddedMatrix {

    private final int rows;
    private final int columns;
    private final int stride;
    private final float[] values;

    /** Zeros. */
    public PaddedMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        stride = VectorUnit.padded(columns);
        values = new float[Math.multiplyExact(rows, stride)];
    }

    public static PaddedMatrix identity(int size) {
        PaddedMatrix identity = new PaddedMatrix(size, size);
        for (int i = 0; i < size; i++) {
            identity.values[i * identity.stride + i] = 1;
        }
        return identity;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Row by row, with the padding; whoever writes leaves that zero. */
    public float[] values() {
        return values;
    }

    /** Overwrites it with what lies row by row, unpadded, in an array from one place on. */
    public void load(float[] flat, int from) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(flat, from + i * columns, values, i * stride, columns);
        }
    }

    /** Writes it row by row, unpadded, into an array from one place on. */
    public void store(float[] flat, int to) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * stride, flat, to + i * columns, columns);
        }
    }

    /** Row by row, unpadded. */
    public float[] flat() {
        float[] flat = new float[rows * columns];
        store(flat, 0);
        return flat;
    }

    /** This ← other. */
    public void set(PaddedMatrix other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
    }

    /** This ← otherᵀ. */
    public void setTransposed(PaddedMatrix other) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * stride + j] = other.values[j * other.stride + i];
            }
        }
    }

    /** This ← a b. */
    public void setProduct(PaddedMatrix a, PaddedMatrix b) {
        Arrays.fill(values, 0);
        Products.add(a.values, 0, a.stride, rows, b.values, 0, stride, b.rows, values);
    }

    /** This ← aᵀ b. */
    public void setTransposedProduct(PaddedMatrix a, PaddedMatrix b) {
        Arrays.fill(values, 0);
        Products.addTransposed(a.values, 0, a.stride, rows, b.values, 0, stride, b.rows, values);
    }

    /** This ← keep · this + take · other. */
    public void blend(float keep, float take, PaddedMatrix other) {
        float[] theirs = other.values;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.fma(take, theirs[i], keep * values[i]);
        }
    }
}

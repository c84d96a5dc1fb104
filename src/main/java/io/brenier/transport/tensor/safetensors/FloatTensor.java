package io.brenier.transport.tensor.safetensors;

import java.util.Arrays;

/**
 * A dense array of floats. The arrays are not copied; nobody writes to them afterwards.
 *
 * @param shape sizes, outermost first; empty for a single number
 * @param values row-major, as many as the product of the sizes
 */
public record FloatTensor(int[] shape, float[] values) {

    public FloatTensor {
        if (values.length != count(shape)) {
            throw new IllegalArgumentException(
                    "%d values do not fill the shape %s".formatted(values.length, Arrays.toString(shape)));
        }
    }

    /** A tensor of one axis. */
    public static FloatTensor vector(float... values) {
        return new FloatTensor(new int[] {values.length}, values);
    }

    /** A tensor of two axes over a row-major array. */
    public static FloatTensor matrix(float[] values, int rows, int columns) {
        return new FloatTensor(new int[] {rows, columns}, values);
    }

    /** The product of the sizes. */
    static long count(int[] shape) {
        long count = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(
                        "the shape %s has a negative size".formatted(Arrays.toString(shape)));
            }
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatTensor that
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatTensor" + Arrays.toString(shape);
    }
}

package io.brenier.bench;

/** An array read from a npy file, row-major; integers and doubles become floats. */
record FloatArray(int[] shape, float[] values) {

    float scalar() {
        if (values.length != 1) {
            throw new IllegalStateException("%d values are no single number".formatted(values.length));
        }
        return values[0];
    }
}

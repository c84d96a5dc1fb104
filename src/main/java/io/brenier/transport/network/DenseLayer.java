package io.brenier.transport.network;

import org.jspecify.annotations.Nullable;

/**
 * One affine layer: z = x W + b for a row x. The arrays are not copied; nobody writes to them afterwards.
 *
 * @param weights W, row-major [inputs, outputs]
 * @param bias b, [outputs]; null for none
 * @param inputs at least 1
 * @param outputs at least 1
 */
public record DenseLayer(float[] weights, float @Nullable [] bias, int inputs, int outputs) {

    public DenseLayer {
        if (inputs < 1 || outputs < 1 || weights.length != Math.multiplyExact(inputs, outputs)) {
            throw new IllegalArgumentException(
                    "%d weights are no matrix of %d × %d".formatted(weights.length, inputs, outputs));
        }
        if (bias != null && bias.length != outputs) {
            throw new IllegalArgumentException("%d biases for %d outputs".formatted(bias.length, outputs));
        }
    }

    /** A layer without a bias. */
    public DenseLayer(float[] weights, int inputs, int outputs) {
        this(weights, null, inputs, outputs);
    }

    /** Numbers in it. */
    public int parameterCount() {
        return weights.length + (bias == null ? 0 : bias.length);
    }
}

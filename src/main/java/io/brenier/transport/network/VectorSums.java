package io.brenier.transport.network;

import io.brenier.transport.tensor.vector.Products;
import io.brenier.transport.tensor.vector.Stretches;

/** A derivative by all parameters of a network, added up block by block of rows. */
final class VectorSums {

    private final VectorMlp network;
    private final float[][] weights;
    private final float[][] biases;
    private final float[] outward;
    private float outputBias;

    private VectorSums(VectorMlp network, int layers) {
        this.network = network;
        weights = new float[layers][];
        biases = new float[layers][];
        for (int l = 0; l < layers; l++) {
            int inputs = l == 0 ? network.inputs() : network.width(l - 1);
            weights[l] = new float[inputs * network.stride(l)];
            biases[l] = new float[network.stride(l)];
        }
        outward = new float[network.stride(network.depth() - 1)];
    }

    /** For a network of one output, whose last matrix is the column w. */
    static VectorSums ofScalar(VectorMlp network) {
        return new VectorSums(network, network.depth());
    }

    /** For a network of any outputs, whose last layer is one like the others. */
    static VectorSums ofMap(VectorMlp network) {
        return new VectorSums(network, network.depth() + 1);
    }

    /** ∂W_l ← ∂W_l + hᵀ δ. */
    void addWeights(int l, float[] h, int from, int hStride, float[] delta, int deltaFrom, int count) {
        int inputs = l == 0 ? network.inputs() : network.width(l - 1);
        Products.addTransposed(h, from, hStride, inputs, delta, deltaFrom, network.stride(l), count, weights[l]);
    }

    /** ∂b_l ← ∂b_l + Σ δ over the rows. */
    void addBias(int l, float[] delta, int count) {
        for (int r = 0; r < count; r++) {
            Stretches.add(delta, r * network.stride(l), biases[l], 0, network.stride(l));
        }
    }

    /** ∂w ← ∂w + Σ of rows. */
    void addOutward(float[] h, int count) {
        for (int r = 0; r < count; r++) {
            Stretches.add(h, r * outward.length, outward, 0, outward.length);
        }
    }

    /** ∂w ← ∂w + Σ_r weight_r row_r, and the same for the output's bias, whose rows are 1. */
    void addOutward(float[] h, int from, float[] rowWeights, int firstRow, int count) {
        for (int r = 0; r < count; r++) {
            float weight = rowWeights[firstRow + r];
            Stretches.addScaled(weight, h, from + r * outward.length, outward, 0, outward.length);
            outputBias += weight;
        }
    }

    /** As {@link Mlp#flatten()} orders it. */
    float[] flat(int count) {
        float[] flat = new float[count];
        int at = 0;
        for (int l = 0; l < weights.length; l++) {
            int width = network.width(l);
            for (int row = 0; row < weights[l].length; row += network.stride(l)) {
                System.arraycopy(weights[l], row, flat, at, width);
                at += width;
            }
            if (network.hasBias(l)) {
                System.arraycopy(biases[l], 0, flat, at, width);
                at += width;
            }
        }
        if (weights.length == network.depth()) {
            int width = network.width(network.depth() - 1);
            System.arraycopy(outward, 0, flat, at, width);
            if (network.hasBias(network.depth())) {
                flat[at + width] = outputBias;
            }
        }
        return flat;
    }
}

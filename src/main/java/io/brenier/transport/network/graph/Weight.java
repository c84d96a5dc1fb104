package io.brenier.transport.network.graph;

import io.brenier.transport.network.curve.Rectifier;
import org.jspecify.annotations.Nullable;

/**
 * A matrix or row that a network computes with: factor · r(raw), where raw is a block of its parameters, or fixed numbers. Several weights
 * may be made of one block.
 *
 * @param block number of the block; −1 where the numbers are fixed
 * @param fixed the numbers, row by row; null where a block has them
 * @param rows the block's numbers are read as so many rows
 * @param columns of so many numbers
 * @param rectifier r; null for the identity
 * @param factor fixed
 */
record Weight(
        int block,
        float @Nullable [] fixed,
        int rows,
        int columns,
        @Nullable Rectifier rectifier,
        double factor) {

    static final int FIXED = -1;

    /** Whether it is the block itself. */
    boolean raw() {
        return fixed == null && rectifier == null && factor == 1;
    }

    /** The numbers that the network computes with, from those of the block. */
    float[] effective(float[] block) {
        float[] values = new float[block.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (factor * (rectifier == null ? block[i] : rectifier.value(block[i])));
        }
        return values;
    }
}

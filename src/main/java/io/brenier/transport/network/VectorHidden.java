package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.vector.FloatPool;
import java.util.Arrays;

/**
 * What the hidden layers of a network put out at some points, on the vector unit: worked through in blocks of rows that stay in the caches,
 * with the activations between the products and no call into the engine. A row's numbers do not depend on the other rows. Valid until the
 * network is loaded anew.
 */
final class VectorHidden implements AutoCloseable {

    /** A multiple of a tile's rows, which with a few hundred units a row and layer fills a good part of a second-level cache. */
    private static final int BLOCK = 96;

    /** What is done to the rows from one on. */
    @FunctionalInterface
    interface Block {
        void run(int from, int count);
    }

    private final VectorNetwork origin;
    private final long version;
    private final VectorMlp network;
    private final FloatPool pool;
    private final float[] x;
    private final int rows;
    private final float[][] outputs;
    private boolean closed;

    /** @param x not changed while this is in use */
    VectorHidden(VectorNetwork origin, Points x) {
        origin.affine().requireDimension(x);
        this.origin = origin;
        network = origin.current();
        version = origin.version();
        pool = origin.pool();
        this.x = x.values();
        rows = x.rows();
        outputs = arrays(rows);
        inBlocks(0, rows, this::forward);
    }

    private void forward(int from, int count) {
        for (int l = 0; l < network.depth(); l++) {
            int at = from * network.stride(l);
            network.affine(l, inputs(l), from * inputStride(l), inputStride(l), count, outputs[l], at);
            network.activation().apply(outputs[l], at, at + count * network.stride(l));
        }
    }

    int rows() {
        return rows;
    }

    /** Rows of a block, at most. */
    int blockRows() {
        return Math.min(BLOCK, rows);
    }

    /** Rows of a hidden layer's outputs, the layer's stride apart. */
    float[] outputs(int l) {
        return outputs[l];
    }

    /** Rows of what a layer takes, the last one included. */
    float[] inputs(int l) {
        return l == 0 ? x : outputs[l - 1];
    }

    /** Between those rows. */
    int inputStride(int l) {
        return l == 0 ? network.inputs() : network.stride(l - 1);
    }

    /** δ ← (δ′ Wᵀ) ∘ act′ for some rows of a hidden layer, δ′ and W those of the layer after it. */
    void back(int l, float[] after, int afterFrom, int from, int count, float[] delta, int to) {
        int size = count * network.stride(l);
        Arrays.fill(delta, to, to + size, 0);
        network.addBack(l + 1, after, afterFrom, count, delta, to);
        network.activation().timesDerivative(delta, to, outputs[l], from * network.stride(l), delta, to, size);
    }

    /** @throws IllegalStateException if this is closed or the parameters are no longer those it was made with */
    void requireUsable() {
        if (closed) {
            throw new IllegalStateException("the evaluation is closed");
        }
        if (version != origin.version()) {
            throw new IllegalStateException("the parameters have changed since this evaluation");
        }
    }

    /** @throws IllegalArgumentException if something is not given for every row */
    void requireRows(int given, String what) {
        if (given != rows) {
            throw new IllegalArgumentException("%d %s for %d points".formatted(given, what, rows));
        }
    }

    /** Room for so many rows of every hidden layer, with any numbers in it. */
    float[][] arrays(int size) {
        float[][] arrays = new float[network.depth()][];
        for (int l = 0; l < arrays.length; l++) {
            arrays[l] = pool.take(Math.multiplyExact(size, network.stride(l)));
        }
        return arrays;
    }

    /** Takes such arrays back. */
    void give(float[][] arrays) {
        for (float[] array : arrays) {
            pool.give(array);
        }
    }

    static void inBlocks(int from, int to, Block block) {
        for (int at = from; at < to; at += BLOCK) {
            block.run(at, Math.min(BLOCK, to - at));
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            give(outputs);
        }
    }
}

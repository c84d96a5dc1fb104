package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of one network being trained: a single vector on the engine, of which the layers' matrices and biases are views,
 * so that an optimiser updates all of them in a few operations. Belongs to one thread at a time.
 */
public final class Parameters implements AutoCloseable {

    private final NDManager manager;
    private final NDArray values;
    private final List<ParameterBlock> blocks;
    private final long[] offsets;
    private long version;

    /**
     * @param initial all numbers, block after block
     * @param blocks where each matrix and bias lies, without gaps
     */
    public Parameters(float[] initial, List<ParameterBlock> blocks, DataType type) {
        manager = TensorEngine.newManager();
        values = HostTransfer.upload(manager, initial, type, initial.length);
        this.blocks = List.copyOf(blocks);
        offsets = blocks.stream().skip(1).mapToLong(ParameterBlock::offset).toArray();
    }

    /** All parameters, [count]; whoever changes them calls {@link #changed()}. */
    public NDArray values() {
        return values;
    }

    /** The manager whose arrays live as long as the network. */
    public NDManager manager() {
        return manager;
    }

    /** Where each matrix and bias lies, layer by layer. */
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    public int count() {
        return Math.toIntExact(values.size());
    }

    /** The parts of a vector of this shape, block by block: matrices [rows, columns] on the same memory. */
    public List<NDArray> views(NDArray vector) {
        NDList parts = vector.split(offsets);
        List<NDArray> views = new ArrayList<>(blocks.size());
        for (int b = 0; b < blocks.size(); b++) {
            ParameterBlock block = blocks.get(b);
            views.add(parts.get(b).reshape(block.rows(), block.columns()));
        }
        return views;
    }

    /** A copy of all parameters. */
    public float[] download() {
        return HostTransfer.download(values);
    }

    /** Overwrites all parameters. */
    public void restore(float[] flat) {
        if (flat.length != count()) {
            throw new IllegalArgumentException("%d parameters are given for %d".formatted(flat.length, count()));
        }
        HostTransfer.write(values, flat);
        changed();
    }

    /** Says that the values were written to. */
    public void changed() {
        version++;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    @Override
    public void close() {
        manager.close();
    }
}

package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorEngine;
import io.brenier.transport.tensor.TensorScope;
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
    private long version;

    Parameters(Mlp initial, DataType type) {
        manager = TensorEngine.newManager();
        values = HostTransfer.upload(manager, initial.flatten(), type, initial.parameterCount());
        blocks = blocksOf(initial);
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

    /** The part of a vector that a block names, as a matrix [rows, columns] on the same memory. */
    public static NDArray view(NDArray vector, ParameterBlock block) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.keep(vector.get(new NDIndex("{}:{}", block.offset(), block.offset() + block.size()))
                    .reshape(new Shape(block.rows(), block.columns())));
        }
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

    private static List<ParameterBlock> blocksOf(Mlp network) {
        List<ParameterBlock> blocks = new ArrayList<>();
        int offset = 0;
        for (DenseLayer layer : network.layers()) {
            blocks.add(new ParameterBlock(offset, layer.inputs(), layer.outputs(), false));
            offset += layer.weights().length;
            float[] bias = layer.bias();
            if (bias != null) {
                blocks.add(new ParameterBlock(offset, 1, layer.outputs(), true));
                offset += bias.length;
            }
        }
        return List.copyOf(blocks);
    }
}

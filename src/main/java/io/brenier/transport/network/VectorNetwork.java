package io.brenier.transport.network;

import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorEngine;
import io.brenier.transport.tensor.vector.FloatPool;
import org.jspecify.annotations.Nullable;

/** An affine part with a network in training on it, laid out for the vector unit at the parameters of the moment. Belongs to one thread at a time. */
final class VectorNetwork {

    private final VectorAffine affine;
    private final Parameters parameters;
    private final VectorMlp layout;
    private final FloatPool pool = new FloatPool();
    private long loaded = -1;

    /** @param network one that {@link VectorMlp#suits} accepts */
    VectorNetwork(VectorAffine affine, Mlp network, Parameters parameters) {
        this.affine = affine;
        this.parameters = parameters;
        layout = new VectorMlp(network);
    }

    /**
     * For a network whose engine's numbers are of the given type; null where the engine has to train it.
     *
     * @param matrix of the affine part, row-major [d, d]
     * @param shift of the affine part, [d]
     */
    static @Nullable VectorNetwork of(float[] matrix, float[] shift, TrainableMlp network, DataType type) {
        return type == DataType.FLOAT32 && TensorEngine.isOnCpu() && VectorMlp.suits(network.shape())
                ? new VectorNetwork(new VectorAffine(matrix, shift), network.shape(), network.parameters())
                : null;
    }

    VectorAffine affine() {
        return affine;
    }

    /** The layout, made anew if the parameters have changed. */
    VectorMlp current() {
        if (loaded != parameters.version()) {
            layout.load(parameters.download());
            loaded = parameters.version();
        }
        return layout;
    }

    FloatPool pool() {
        return pool;
    }

    /** Grows with every change of the parameters. */
    long version() {
        return parameters.version();
    }

    /** A derivative for an optimiser. */
    ParameterGradient upload(VectorSums sums) {
        float[] flat = sums.flat(parameters.count());
        return new ParameterGradient(HostTransfer.upload(
                parameters.manager(), flat, parameters.values().getDataType(), flat.length));
    }
}

package io.brenier.transport.network;

import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.vector.FloatPool;

/** A network in training, laid out for the vector unit at the parameters of the moment. Belongs to one thread at a time. */
final class VectorNetwork {

    private final Parameters parameters;
    private final VectorMlp layout;
    private final FloatPool pool = new FloatPool();
    private long loaded = -1;

    /** @param shape one that {@link VectorMlp#suits} accepts */
    VectorNetwork(Mlp shape, Parameters parameters) {
        this.parameters = parameters;
        layout = new VectorMlp(shape);
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

    /** @throws IllegalStateException if the parameters are no longer those of a version */
    void requireVersion(long version) {
        if (version != parameters.version()) {
            throw new IllegalStateException("the parameters have changed since this evaluation");
        }
    }

    /** A derivative for an optimiser. */
    ParameterGradient upload(VectorSums sums) {
        float[] flat = sums.flat(parameters.count());
        return new ParameterGradient(HostTransfer.upload(
                parameters.manager(), flat, parameters.values().getDataType(), flat.length));
    }
}

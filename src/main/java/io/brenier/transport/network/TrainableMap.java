package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;

/**
 * T(y) = A y + c + mlp(y) with the network's weights θ on the engine, where an optimiser changes them; A and c are fixed.
 * Belongs to one thread at a time.
 */
public final class TrainableMap implements AutoCloseable {

    private final AffineMlpMap initial;
    private final TrainableMlp network;
    private final DataType type;
    private final NDArray matrix;
    private final NDArray shift;

    private TrainableMap(AffineMlpMap initial, DataType type) {
        this.initial = initial;
        this.type = type;
        network = new TrainableMlp(initial.requireNetwork(), type);
        int d = initial.dimension();
        NDManager manager = network.parameters().manager();
        matrix = HostTransfer.upload(manager, initial.matrix(), type, d, d);
        shift = HostTransfer.upload(manager, initial.shift(), type, d);
    }

    /**
     * A map to train, starting at the given one.
     *
     * @throws IllegalArgumentException if it has no network
     */
    public static TrainableMap of(AffineMlpMap initial) {
        return new TrainableMap(initial, DataType.FLOAT32);
    }

    static TrainableMap of(AffineMlpMap initial, DataType type) {
        return new TrainableMap(initial, type);
    }

    /** T at the parameters of the moment: valid until they change, and on the thread of the training only. */
    public TransportMap current() {
        return new View();
    }

    /**
     * ∂/∂θ Σ_i ⟨v_i, T(y_i)⟩.
     *
     * @param y [n, d]
     * @param cotangents v, [n, d]
     */
    public ParameterGradient parameterGradient(Points y, Points cotangents) {
        try (Evaluation evaluation = evaluate(y)) {
            return evaluation.parameterGradient(cotangents);
        }
    }

    /** T(y), with what its derivative needs kept until the evaluation is closed. */
    public Evaluation evaluate(Points y) {
        return new Evaluation(y);
    }

    /** A copy at the parameters of the moment, free of the engine. */
    public AffineMlpMap snapshot() {
        return new AffineMlpMap(initial.matrix(), initial.shift(), network.snapshot());
    }

    /** A copy of the network alone at the parameters of the moment: what {@link #restore} takes. */
    public Mlp network() {
        return network.snapshot();
    }

    /** Sets the parameters; the network must have the same shape. */
    public void restore(Mlp parameters) {
        network.restore(parameters);
    }

    /** θ, for an optimiser. */
    public Parameters parameters() {
        return network.parameters();
    }

    public int parameterCount() {
        return network.parameters().count();
    }

    @Override
    public void close() {
        network.close();
    }

    private NDArray upload(Points points) {
        if (points.dimension() != initial.dimension()) {
            throw new IllegalArgumentException(
                    "points of dimension %d, a map of dimension %d".formatted(points.dimension(), initial.dimension()));
        }
        return HostTransfer.upload(
                network.parameters().manager(), points.values(), type, points.rows(), points.dimension());
    }

    /** T(y_i), [n, d]. */
    NDArray images(NDArray y) {
        return images(y, network.hidden(y));
    }

    private NDArray images(NDArray y, List<NDArray> hidden) {
        NDArray affine = y.getNDArrayInternal().linear(y, matrix, shift).singletonOrThrow();
        return affine.addi(network.output(hidden));
    }

    private Points points(NDArray rows) {
        int count = Math.toIntExact(rows.getShape().get(0));
        return Points.of(HostTransfer.download(rows), count, initial.dimension());
    }

    /** One forward pass, whose cotangents may come later. */
    public final class Evaluation implements AutoCloseable {

        private final List<NDArray> hidden;
        private final Points image;
        private final long version;

        private Evaluation(Points points) {
            try (TensorScope scope = TensorScope.open()) {
                NDArray y = upload(points);
                hidden = network.hidden(y);
                hidden.forEach(scope::keep);
                image = points(images(y, hidden));
                version = network.parameters().version();
            }
        }

        /** T(y). */
        public Points image() {
            return image;
        }

        /**
         * ∂/∂θ Σ_i ⟨v_i, T(y_i)⟩.
         *
         * @throws IllegalStateException if the parameters have changed since the evaluation
         */
        public ParameterGradient parameterGradient(Points cotangents) {
            if (version != network.parameters().version()) {
                throw new IllegalStateException("the parameters have changed since this evaluation");
            }
            if (cotangents.rows() != image.rows()) {
                throw new IllegalArgumentException(
                        "%d cotangents for %d points".formatted(cotangents.rows(), image.rows()));
            }
            try (TensorScope scope = TensorScope.open()) {
                return network.parameterGradient(hidden, upload(cotangents), scope);
            }
        }

        @Override
        public void close() {
            hidden.forEach(NDArray::close);
        }
    }

    private final class View implements TransportMap {

        @Override
        public int dimension() {
            return initial.dimension();
        }

        @Override
        public Points apply(Points points) {
            try (TensorScope scope = TensorScope.open()) {
                return points(images(upload(points)));
            }
        }
    }
}

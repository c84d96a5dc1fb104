package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** T(y) = A y + c + mlp(y) with the network's weights θ on the engine; A and c are fixed. */
final class TrainableAffineMlp implements TrainableMap {

    private final AffineMlpMap initial;
    private final TrainableMlp network;
    private final DataType type;
    private final NDArray matrix;
    private final NDArray shift;
    private final @Nullable VectorNetwork vector;

    private TrainableAffineMlp(AffineMlpMap initial, DataType type) {
        this.initial = initial;
        this.type = type;
        network = new TrainableMlp(initial.requireNetwork(), type);
        int d = initial.dimension();
        NDManager manager = network.parameters().manager();
        matrix = HostTransfer.upload(manager, initial.matrix(), type, d, d);
        shift = HostTransfer.upload(manager, initial.shift(), type, d);
        vector = VectorNetwork.of(initial.matrix(), initial.shift(), network, type);
    }

    static TrainableAffineMlp of(AffineMlpMap initial) {
        return new TrainableAffineMlp(initial, DataType.FLOAT32);
    }

    static TrainableAffineMlp of(AffineMlpMap initial, DataType type) {
        return new TrainableAffineMlp(initial, type);
    }

    @Override
    public int dimension() {
        return initial.dimension();
    }

    @Override
    public TransportMap current() {
        return new View();
    }

    @Override
    public Evaluation evaluate(Points y) {
        return vector == null ? new Pass(y) : new VectorMapEvaluation(vector, y);
    }

    @Override
    public AffineMlpMap snapshot() {
        return withNetwork(network.snapshot());
    }

    @Override
    public AffineMlpMap at(float[] parameters) {
        return withNetwork(network.shape().withParameters(parameters));
    }

    private AffineMlpMap withNetwork(Mlp mlp) {
        return new AffineMlpMap(initial.matrix(), initial.shift(), mlp);
    }

    @Override
    public Parameters parameters() {
        return network.parameters();
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

    private final class Pass implements Evaluation {

        private final List<NDArray> hidden;
        private final Points image;
        private final long version;

        private Pass(Points points) {
            try (TensorScope scope = TensorScope.open()) {
                NDArray y = upload(points);
                hidden = network.hidden(y);
                hidden.forEach(scope::keep);
                image = points(images(y, hidden));
                version = network.parameters().version();
            }
        }

        @Override
        public Points image() {
            return image;
        }

        @Override
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
            if (vector != null) {
                try (Evaluation evaluation = evaluate(points)) {
                    return evaluation.image();
                }
            }
            try (TensorScope scope = TensorScope.open()) {
                return points(images(upload(points)));
            }
        }
    }
}

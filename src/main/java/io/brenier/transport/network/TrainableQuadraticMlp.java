package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import org.jspecify.annotations.Nullable;

/** f(x) = ½ xᵀMx + bᵀx + mlp(x) with the network's weights θ on the engine; M and b are fixed. */
final class TrainableQuadraticMlp implements TrainablePotential {

    /** Up to so many rows times parameters the snapshot's kernels are quick enough, and need no layout for the vector unit at every change. */
    private static final long SMALL = 300_000;

    private final QuadraticMlpPotential initial;
    private final TrainableMlp network;
    private final DataType type;
    private final NDArray matrix;
    private final NDArray shift;
    private final NDArray half;
    private final @Nullable VectorNetwork vector;
    private QuadraticMlpPotential small;
    private long smallVersion;

    private TrainableQuadraticMlp(QuadraticMlpPotential initial, DataType type) {
        this.initial = initial;
        this.type = type;
        network = new TrainableMlp(initial.requireNetwork(), type);
        int d = initial.dimension();
        NDManager manager = network.parameters().manager();
        matrix = HostTransfer.upload(manager, initial.matrix(), type, d, d);
        shift = HostTransfer.upload(manager, initial.shift(), type, d);
        half = HostTransfer.upload(manager, new float[] {0.5f}, type, 1);
        small = initial;
        vector = VectorNetwork.of(initial.matrix(), initial.shift(), network, type);
    }

    static TrainableQuadraticMlp of(QuadraticMlpPotential initial) {
        return new TrainableQuadraticMlp(initial, DataType.FLOAT32);
    }

    static TrainableQuadraticMlp of(QuadraticMlpPotential initial, DataType type) {
        return new TrainableQuadraticMlp(initial, type);
    }

    @Override
    public int dimension() {
        return initial.dimension();
    }

    @Override
    public Parameters parameters() {
        return network.parameters();
    }

    @Override
    public Potential current() {
        return new View();
    }

    @Override
    public Evaluation evaluate(Points x) {
        return vector == null ? new QuadraticMlpEvaluation(this, x) : new VectorEvaluation(vector, x);
    }

    @Override
    public QuadraticMlpPotential snapshot() {
        return withNetwork(network.snapshot());
    }

    @Override
    public QuadraticMlpPotential at(float[] parameters) {
        return withNetwork(network.shape().withParameters(parameters));
    }

    private QuadraticMlpPotential withNetwork(Mlp mlp) {
        return new QuadraticMlpPotential(initial.matrix(), initial.shift(), mlp);
    }

    @Override
    public void close() {
        network.close();
    }

    TrainableMlp network() {
        return network;
    }

    /** f(x_i), [n, 1]. */
    NDArray values(NDArray x) {
        ScalarPass pass = new ScalarPass(network, x);
        return value(x, quadraticGradient(x), pass);
    }

    /** ∇f(x_i), [n, d]. */
    NDArray gradients(NDArray x) {
        return quadraticGradient(x).addi(new ScalarPass(network, x).inputGradients());
    }

    /** f(x_i), [n, 1], and ∇f(x_i), [n, d]. */
    NDList valuesAndGradients(NDArray x) {
        ScalarPass pass = new ScalarPass(network, x);
        NDArray quadratic = quadraticGradient(x);
        NDArray value = value(x, quadratic, pass);
        return new NDList(value, quadratic.addi(pass.inputGradients()));
    }

    /** Mx + b in every row; M is symmetric. */
    NDArray quadraticGradient(NDArray x) {
        return x.getNDArrayInternal().linear(x, matrix, shift).singletonOrThrow();
    }

    /** ½⟨x, (Mx + b) + b⟩ + mlp(x), [n, 1]. */
    NDArray value(NDArray x, NDArray quadratic, ScalarPass pass) {
        NDArray twice = quadratic.add(shift).muli(x).sum(new int[] {1}, true);
        return twice.muli(half).addi(pass.output());
    }

    NDArray upload(Points x) {
        if (x.dimension() != initial.dimension()) {
            throw new IllegalArgumentException("points of dimension %d, a potential of dimension %d"
                    .formatted(x.dimension(), initial.dimension()));
        }
        return upload(x.values(), x.rows(), x.dimension());
    }

    NDArray upload(float[] values, long... shape) {
        return HostTransfer.upload(network.parameters().manager(), values, type, shape);
    }

    private QuadraticMlpPotential small() {
        if (smallVersion != network.parameters().version()) {
            small = snapshot();
            smallVersion = network.parameters().version();
        }
        return small;
    }

    private boolean isSmall(Points points) {
        return (long) points.rows() * network.parameters().count() <= SMALL;
    }

    private final class View implements Potential {

        @Override
        public int dimension() {
            return initial.dimension();
        }

        @Override
        public float[] values(Points points) {
            if (isSmall(points)) {
                return small().values(points);
            }
            if (vector != null) {
                try (Evaluation evaluation = new VectorEvaluation(vector, points)) {
                    return evaluation.values();
                }
            }
            try (TensorScope scope = TensorScope.open()) {
                return HostTransfer.download(TrainableQuadraticMlp.this.values(upload(points)));
            }
        }

        @Override
        public Points gradients(Points points) {
            if (isSmall(points)) {
                return small().gradients(points);
            }
            if (vector != null) {
                try (Evaluation evaluation = new VectorEvaluation(vector, points)) {
                    return evaluation.gradients();
                }
            }
            try (TensorScope scope = TensorScope.open()) {
                return likeness(points, TrainableQuadraticMlp.this.gradients(upload(points)));
            }
        }

        @Override
        public ValuesAndGradients valuesAndGradients(Points points) {
            if (isSmall(points)) {
                return small().valuesAndGradients(points);
            }
            if (vector != null) {
                try (Evaluation evaluation = new VectorEvaluation(vector, points)) {
                    return new ValuesAndGradients(evaluation.values(), evaluation.gradients());
                }
            }
            try (TensorScope scope = TensorScope.open()) {
                NDList both = TrainableQuadraticMlp.this.valuesAndGradients(upload(points));
                return new ValuesAndGradients(HostTransfer.download(both.get(0)), likeness(points, both.get(1)));
            }
        }

        @Override
        public Points hessianProducts(Points points, Points directions) {
            return small().hessianProducts(points, directions);
        }

        private static Points likeness(Points points, NDArray result) {
            return Points.of(HostTransfer.download(result), points.rows(), points.dimension());
        }
    }
}

package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;

/**
 * f(x) = ½ xᵀMx + bᵀx + mlp(x) with the network's weights θ on the engine, where an optimiser changes them; M and b are fixed.
 * Belongs to one thread at a time.
 */
public final class TrainablePotential implements AutoCloseable {

    /** Up to so many rows times parameters plain Java is quicker than some twenty calls into the engine; measured. */
    private static final long SMALL = 300_000;

    private final QuadraticMlpPotential initial;
    private final TrainableMlp network;
    private final DataType type;
    private final NDArray matrix;
    private final NDArray shift;
    private final NDArray half;
    private QuadraticMlpPotential small;
    private long smallVersion;

    private TrainablePotential(QuadraticMlpPotential initial, DataType type) {
        this.initial = initial;
        this.type = type;
        network = new TrainableMlp(initial.requireNetwork(), type);
        int d = initial.dimension();
        NDManager manager = network.parameters().manager();
        matrix = HostTransfer.upload(manager, initial.matrix(), type, d, d);
        shift = HostTransfer.upload(manager, initial.shift(), type, d);
        half = HostTransfer.upload(manager, new float[] {0.5f}, type, 1);
        small = initial;
    }

    /**
     * A potential to train, starting at the given one.
     *
     * @throws IllegalArgumentException if it has no network
     */
    public static TrainablePotential of(QuadraticMlpPotential initial) {
        return new TrainablePotential(initial, DataType.FLOAT32);
    }

    static TrainablePotential of(QuadraticMlpPotential initial, DataType type) {
        return new TrainablePotential(initial, type);
    }

    /**
     * f at the parameters of the moment: valid until they change, and on the thread of the training only. Large batches go to the
     * engine, where the last bits of a row may depend on the size of the batch; for rows independent to the last bit take a snapshot.
     */
    public Potential current() {
        return new View();
    }

    /**
     * ∂/∂θ Σ_i w_i f(x_i).
     *
     * @param x [n, d]
     * @param weights w, [n]
     */
    public ParameterGradient parameterGradient(Points x, float[] weights) {
        requireRows(x.rows(), weights.length);
        try (TensorScope scope = TensorScope.open()) {
            NDArray cotangents = HostTransfer.upload(network.parameters().manager(), weights, type, x.rows(), 1);
            return network.parameterGradient(network.hidden(upload(x)), cotangents, scope);
        }
    }

    /** A copy at the parameters of the moment, free of the engine. */
    public QuadraticMlpPotential snapshot() {
        return new QuadraticMlpPotential(initial.matrix(), initial.shift(), network.snapshot());
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

    /** f(x_i), [n, 1]. */
    NDArray values(NDArray x) {
        return value(x, quadraticGradient(x), network.hidden(x));
    }

    /** ∇f(x_i), [n, d]. */
    NDArray gradients(NDArray x) {
        return quadraticGradient(x).addi(network.inputGradient(network.hidden(x)));
    }

    /** f(x_i), [n, 1], and ∇f(x_i), [n, d]. */
    NDList valuesAndGradients(NDArray x) {
        List<NDArray> hidden = network.hidden(x);
        NDArray quadratic = quadraticGradient(x);
        NDArray value = value(x, quadratic, hidden);
        return new NDList(value, quadratic.addi(network.inputGradient(hidden)));
    }

    /** Mx + b in every row; M is symmetric. */
    private NDArray quadraticGradient(NDArray x) {
        return x.getNDArrayInternal().linear(x, matrix, shift).singletonOrThrow();
    }

    /** ½⟨x, (Mx + b) + b⟩ + mlp(x), [n, 1]. */
    private NDArray value(NDArray x, NDArray quadratic, List<NDArray> hidden) {
        NDArray twice = quadratic.add(shift).muli(x).sum(new int[] {1}, true);
        return twice.muli(half).addi(network.output(hidden));
    }

    private NDArray upload(Points x) {
        if (x.dimension() != initial.dimension()) {
            throw new IllegalArgumentException("points of dimension %d, a potential of dimension %d"
                    .formatted(x.dimension(), initial.dimension()));
        }
        return HostTransfer.upload(network.parameters().manager(), x.values(), type, x.rows(), x.dimension());
    }

    private static void requireRows(int expected, int given) {
        if (expected != given) {
            throw new IllegalArgumentException("%d weights for %d points".formatted(given, expected));
        }
    }

    private QuadraticMlpPotential small() {
        if (smallVersion != network.parameters().version()) {
            small = snapshot();
            smallVersion = network.parameters().version();
        }
        return small;
    }

    private boolean isSmall(Points points) {
        return (long) points.rows() * parameterCount() <= SMALL;
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
            try (TensorScope scope = TensorScope.open()) {
                return HostTransfer.download(TrainablePotential.this.values(upload(points)));
            }
        }

        @Override
        public Points gradients(Points points) {
            if (isSmall(points)) {
                return small().gradients(points);
            }
            try (TensorScope scope = TensorScope.open()) {
                return likeness(points, TrainablePotential.this.gradients(upload(points)));
            }
        }

        @Override
        public ValuesAndGradients valuesAndGradients(Points points) {
            if (isSmall(points)) {
                return small().valuesAndGradients(points);
            }
            try (TensorScope scope = TensorScope.open()) {
                NDList both = TrainablePotential.this.valuesAndGradients(upload(points));
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

package io.brenier.transport.network.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.network.curve.EngineNumbers;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;

/** A network with its parameters on the engine. */
public final class TrainableGraph implements TrainablePotential {

    /** Up to so many rows times parameters plain Java is quicker than the calls into the engine. */
    private static final long SMALL = 300_000;

    private final NetworkGraph graph;
    private final DataType type;
    private final Parameters parameters;
    private final EngineWeights weights;
    private final Sweep<NDArray> sweep;
    private final NonNegativity nonNegativity;
    private GraphPotential small;
    private long smallVersion;

    private TrainableGraph(GraphPotential initial, DataType type) {
        this.graph = initial.graph();
        this.type = type;
        parameters = new Parameters(initial.parameters(), graph.places(), type);
        EngineNumbers numbers = new EngineNumbers(parameters.manager(), type);
        weights = new EngineWeights(graph, parameters, numbers, type);
        sweep = new Sweep<>(graph, new EngineAlgebra(weights, numbers));
        nonNegativity = new NonNegativity(graph, parameters);
        small = initial;
        smallVersion = parameters.version();
    }

    /** A network to train, starting at the given one. */
    public static TrainableGraph of(GraphPotential initial) {
        return new TrainableGraph(initial, DataType.FLOAT32);
    }

    static TrainableGraph of(GraphPotential initial, DataType type) {
        return new TrainableGraph(initial, type);
    }

    @Override
    public int dimension() {
        return graph.dimension();
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Potential current() {
        return new View();
    }

    @Override
    public GraphEvaluation evaluate(Points x) {
        return new GraphEvaluation(this, x);
    }

    @Override
    public GraphPotential snapshot() {
        return at(parameters.download());
    }

    @Override
    public GraphPotential at(float[] values) {
        return new GraphPotential(graph, values);
    }

    @Override
    public void project() {
        nonNegativity.project();
    }

    @Override
    public double penalty() {
        return nonNegativity.penalty();
    }

    @Override
    public void addPenaltyGradient(ParameterGradient gradient) {
        nonNegativity.addPenaltyGradient(gradient);
    }

    @Override
    public void close() {
        parameters.close();
    }

    NetworkGraph graph() {
        return graph;
    }

    Sweep<NDArray> sweep() {
        weights.refresh();
        return sweep;
    }

    EngineSink sink() {
        return new EngineSink(graph, weights);
    }

    NDArray upload(Points x) {
        if (x.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "points of dimension %d, a potential of dimension %d".formatted(x.dimension(), dimension()));
        }
        return upload(x.values(), x.rows(), x.dimension());
    }

    NDArray upload(float[] values, long... shape) {
        return HostTransfer.upload(parameters.manager(), values, type, shape);
    }

    private GraphPotential small() {
        if (smallVersion != parameters.version()) {
            small = snapshot();
            smallVersion = parameters.version();
        }
        return small;
    }

    private final class View implements Potential {

        @Override
        public int dimension() {
            return graph.dimension();
        }

        @Override
        public float[] values(Points x) {
            if (isSmall(x)) {
                return small().values(x);
            }
            try (GraphEvaluation evaluation = evaluate(x)) {
                return evaluation.values();
            }
        }

        @Override
        public Points gradients(Points x) {
            if (isSmall(x)) {
                return small().gradients(x);
            }
            try (GraphEvaluation evaluation = evaluate(x)) {
                return evaluation.gradients();
            }
        }

        @Override
        public ValuesAndGradients valuesAndGradients(Points x) {
            if (isSmall(x)) {
                return small().valuesAndGradients(x);
            }
            try (GraphEvaluation evaluation = evaluate(x)) {
                return new ValuesAndGradients(evaluation.values(), evaluation.gradients());
            }
        }

        @Override
        public Points hessianProducts(Points x, Points v) {
            if (isSmall(x)) {
                return small().hessianProducts(x, v);
            }
            try (GraphEvaluation evaluation = evaluate(x)) {
                return evaluation.hessianProducts(v);
            }
        }

        private boolean isSmall(Points x) {
            return (long) x.rows() * graph.parameterCount() <= SMALL;
        }
    }
}

package io.brenier.transport.network.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.network.curve.EngineNumbers;
import io.brenier.transport.network.curve.Rectifier;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;

/** The weights of a network on the engine: blocks that are used as they are seen through views, others made anew when they changed. */
final class EngineWeights {

    private final NetworkGraph graph;
    private final Parameters parameters;
    private final EngineNumbers numbers;
    private final List<NDArray> raw = new ArrayList<>();
    private final List<NDArray> effective = new ArrayList<>();
    private final List<NDArray> transposed = new ArrayList<>();
    private long version;

    EngineWeights(NetworkGraph graph, Parameters parameters, EngineNumbers numbers, DataType type) {
        this.graph = graph;
        this.parameters = parameters;
        this.numbers = numbers;
        NDManager manager = parameters.manager();
        List<NDArray> blocks = parameters.views(parameters.values());
        for (Weight weight : graph.weights()) {
            float[] fixed = weight.fixed();
            NDArray numbersOfIt = fixed == null
                    ? blocks.get(weight.block()).reshape(weight.rows(), weight.columns())
                    : HostTransfer.upload(manager, fixed, type, weight.rows(), weight.columns());
            raw.add(numbersOfIt);
            effective.add(numbersOfIt);
            transposed.add(numbersOfIt.transpose());
        }
        recompute();
        version = parameters.version();
    }

    /** Takes over changes of the parameters. */
    void refresh() {
        if (version != parameters.version()) {
            recompute();
            version = parameters.version();
        }
    }

    NDArray effective(int weight) {
        return effective.get(weight);
    }

    NDArray transposed(int weight) {
        return transposed.get(weight);
    }

    /** The derivative by the block's numbers, [size], from that by the weight. */
    NDArray byBlock(int index, NDArray byWeight) {
        Weight weight = graph.weights().get(index);
        NDArray derivative = byWeight;
        Rectifier rectifier = weight.rectifier();
        if (rectifier != null) {
            derivative = derivative.mul(rectifier.slope(numbers, raw.get(index)));
        }
        if (weight.factor() != 1) {
            derivative = derivative.mul(numbers.of(weight.factor()));
        }
        return derivative.reshape(new Shape(derivative.size()));
    }

    private void recompute() {
        for (int k = 0; k < raw.size(); k++) {
            Weight weight = graph.weights().get(k);
            if (weight.fixed() == null && !weight.raw()) {
                recompute(k, weight);
            }
        }
    }

    private void recompute(int k, Weight weight) {
        try (TensorScope scope = TensorScope.open()) {
            Rectifier rectifier = weight.rectifier();
            NDArray made = rectifier == null ? raw.get(k) : rectifier.value(numbers, raw.get(k));
            NDArray next = weight.factor() == 1 ? made : made.mul(numbers.of(weight.factor()));
            NDArray previous = effective.set(k, scope.keep(next));
            NDArray previousTransposed = transposed.set(k, scope.keep(next.transpose()));
            if (previous != raw.get(k)) {
                previousTransposed.close();
                previous.close();
            }
        }
    }
}

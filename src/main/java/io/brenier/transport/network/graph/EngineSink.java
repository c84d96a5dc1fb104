package io.brenier.transport.network.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the derivatives by the weights and makes of them the one by the parameters. */
final class EngineSink implements ParameterSink<NDArray> {

    private final NetworkGraph graph;
    private final EngineWeights weights;
    private final List<@Nullable NDArray> sums;

    EngineSink(NetworkGraph graph, EngineWeights weights) {
        this.graph = graph;
        this.weights = weights;
        this.sums = new ArrayList<>(Collections.nCopies(graph.weights().size(), null));
    }

    @Override
    public void addProduct(int weight, NDArray x, NDArray adjoint) {
        add(weight, x.transpose().matMul(adjoint));
    }

    @Override
    public void addRowSum(int row, NDArray adjoint) {
        add(row, adjoint.sum(new int[] {0}, true));
    }

    @Override
    public void addRowSumOfProducts(int row, NDArray a, NDArray b) {
        add(row, a.mul(b).sum(new int[] {0}, true));
    }

    /** The derivative by all parameters; outlives the scope. */
    ParameterGradient gradient(NDArray likeness, TensorScope scope) {
        List<@Nullable NDArray> blocks =
                new ArrayList<>(Collections.nCopies(graph.blocks().size(), null));
        for (int k = 0; k < sums.size(); k++) {
            NDArray sum = sums.get(k);
            if (sum != null) {
                int block = graph.weights().get(k).block();
                NDArray part = weights.byBlock(k, sum);
                NDArray others = blocks.get(block);
                blocks.set(block, others == null ? part : others.add(part));
            }
        }
        NDList parts = new NDList();
        for (int b = 0; b < blocks.size(); b++) {
            NDArray part = blocks.get(b);
            parts.add(
                    part == null
                            ? likeness.getManager()
                                    .zeros(
                                            new Shape(graph.blocks()
                                                    .get(b)
                                                    .place()
                                                    .size()),
                                            likeness.getDataType())
                            : part);
        }
        return new ParameterGradient(scope.keep(NDArrays.concat(parts)));
    }

    private void add(int weight, NDArray more) {
        NDArray sum = sums.get(weight);
        sums.set(weight, sum == null ? more : sum.addi(more));
    }
}

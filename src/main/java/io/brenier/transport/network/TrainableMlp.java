package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.tensor.TensorScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network on the engine, with both its derivatives written out: no graph is recorded. With h_0 = x, h_l = act(h_{l−1} W_l + b_l) and
 * the output o = h_{L−1} W_L + b_L, the deltas go δ_{l} = (δ_{l+1} W_{l+1}ᵀ) ∘ act′(h_l), where act′ is a function of the output h_l;
 * ∂/∂W_l = h_{l−1}ᵀ δ_l, ∂/∂b_l = Σ_rows δ_l, ∂/∂x = δ_1 W_1ᵀ. Every method wants an open {@link TensorScope}.
 */
final class TrainableMlp implements AutoCloseable {

    private record Layer(
            NDArray weights, NDArray transposed, @Nullable NDArray bias) {}

    private final Mlp shape;
    private final Parameters parameters;
    private final EngineActivation activation;
    private final List<Layer> layers = new ArrayList<>();

    TrainableMlp(Mlp initial, DataType type) {
        shape = initial;
        parameters = new Parameters(initial.flatten(), initial.blocks(), type);
        activation = new EngineActivation(initial.activation(), parameters.manager(), type);
        Deque<NDArray> views = new ArrayDeque<>(parameters.views(parameters.values()));
        for (DenseLayer layer : initial.layers()) {
            NDArray weights = views.remove();
            NDArray bias = layer.bias() == null ? null : views.remove().reshape(layer.outputs());
            layers.add(new Layer(weights, weights.transpose(), bias));
        }
    }

    Parameters parameters() {
        return parameters;
    }

    Mlp shape() {
        return shape;
    }

    EngineActivation activation() {
        return activation;
    }

    int depth() {
        return layers.size();
    }

    /** W_l, [inputs, outputs], from l = 0. */
    NDArray weights(int l) {
        return layers.get(l).weights();
    }

    /** W_lᵀ, [outputs, inputs]. */
    NDArray transposed(int l) {
        return layers.get(l).transposed();
    }

    boolean hasBias(int l) {
        return layers.get(l).bias() != null;
    }

    /** h_0 … h_{L−1}: the inputs of every layer. */
    List<NDArray> hidden(NDArray x) {
        List<NDArray> hidden = new ArrayList<>(layers.size());
        NDArray h = x;
        hidden.add(h);
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            h = activation.apply(affine(h, layer));
            hidden.add(h);
        }
        return hidden;
    }

    /** The output [n, outputs]. */
    NDArray output(List<NDArray> hidden) {
        return affine(hidden.getLast(), layers.getLast());
    }

    /** ∂o/∂x [n, inputs], for a network of one output. */
    NDArray inputGradient(List<NDArray> hidden) {
        int last = layers.size() - 1;
        if (last == 0) {
            return layers.getFirst().transposed().broadcast(hidden.getFirst().getShape());
        }
        // The output's delta is 1 in every row, so the first product is a row vector for all of them.
        NDArray delta =
                activation.derivative(hidden.get(last)).muli(layers.get(last).transposed());
        for (int l = last - 1; l >= 1; l--) {
            delta = delta.matMul(layers.get(l).transposed()).muli(activation.derivative(hidden.get(l)));
        }
        return delta.matMul(layers.getFirst().transposed());
    }

    /** ∂/∂θ Σ_i ⟨c_i, o_i⟩ for cotangents c [n, outputs]; outlives the scope. */
    ParameterGradient parameterGradient(List<NDArray> hidden, NDArray cotangents, TensorScope scope) {
        Deque<NDArray> parts = new ArrayDeque<>();
        NDArray delta = cotangents;
        for (int l = layers.size() - 1; l >= 0; l--) {
            Layer layer = layers.get(l);
            if (layer.bias() != null) {
                parts.push(delta.sum(new int[] {0}));
            }
            NDArray weights = hidden.get(l).transpose().matMul(delta);
            parts.push(weights.reshape(new Shape(weights.size())));
            if (l > 0) {
                delta = delta.matMul(layer.transposed()).muli(activation.derivative(hidden.get(l)));
            }
        }
        return new ParameterGradient(scope.keep(NDArrays.concat(new NDList(parts))));
    }

    Mlp snapshot() {
        return shape.withParameters(parameters.download());
    }

    @Override
    public void close() {
        parameters.close();
    }

    private static NDArray affine(NDArray x, Layer layer) {
        NDArray bias = layer.bias();
        if (bias == null) {
            return x.matMul(layer.weights());
        }
        return x.getNDArrayInternal().linear(x, layer.transposed(), bias).singletonOrThrow();
    }
}

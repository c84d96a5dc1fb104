package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch through a network of one output o, and every derivative that the losses want, written out. With h_0 = x,
 * a_l = h_{l−1} W_l + b_l, h_l = act(a_l) and o = h_{L−1} W_L:
 * δ_{L−1} = W_Lᵀ ∘ act′, δ_l = (δ_{l+1} W_{l+1}ᵀ) ∘ act′, ∂o/∂x = δ_1 W_1ᵀ and ∂/∂W_l Σ w_i o_i = h_{l−1}ᵀ (w ∘ δ_l).
 * Along a direction v: ḣ_0 = v, ȧ_l = ḣ_{l−1} W_l, ḣ_l = act′ ∘ ȧ_l, δ̇_l = (δ̇_{l+1} W_{l+1}ᵀ) ∘ act′ + δ_l ∘ (act″/act′) ∘ ȧ_l, and
 * ∂/∂W_l Σ ⟨v_i, ∂o_i/∂x⟩ = h_{l−1}ᵀ δ̇_l + ḣ_{l−1}ᵀ δ_l. Wants an open scope, and keeps every array that it made until it is asked for no more.
 */
final class ScalarPass {

    private final TrainableMlp network;
    private final int last;
    private final List<NDArray> hidden;
    private @Nullable List<NDArray> slopes;
    private @Nullable List<NDArray> deltas;

    ScalarPass(TrainableMlp network, NDArray x) {
        this.network = network;
        last = network.depth() - 1;
        hidden = network.hidden(x);
    }

    /** o, [n, 1]. */
    NDArray output() {
        return network.output(hidden);
    }

    /** ∂o/∂x, [n, inputs]. */
    NDArray inputGradients() {
        return last == 0
                ? network.transposed(0).broadcast(hidden.getFirst().getShape())
                : deltas().getFirst().matMul(network.transposed(0));
    }

    /** ∂o/∂x of the rows from (inclusive) to (exclusive). */
    NDArray inputGradients(int from, int to) {
        return last == 0
                ? network.transposed(0)
                        .broadcast(new Shape(to - from, network.shape().inputs()))
                : deltas().getFirst()
                        .get(new NDIndex("%d:%d".formatted(from, to)))
                        .matMul(network.transposed(0));
    }

    /** ∂/∂θ Σ w_i o_i for w [n, 1]. */
    NDArray weighted(NDArray w) {
        Deque<NDArray> parts = new ArrayDeque<>();
        if (network.hasBias(last)) {
            parts.push(w.sum().reshape(1));
        }
        parts.push(flat(hidden.get(last).transpose().matMul(w)));
        for (int l = last - 1; l >= 0; l--) {
            NDArray delta = deltas().get(l).mul(w);
            if (network.hasBias(l)) {
                parts.push(delta.sum(new int[] {0}));
            }
            parts.push(flat(hidden.get(l).transpose().matMul(delta)));
        }
        return NDArrays.concat(new NDList(parts));
    }

    /** ∂/∂θ Σ ⟨v_i, ∂o_i/∂x⟩ for v [n, inputs]. */
    NDArray mixed(NDArray v) {
        List<NDArray> tangents = new ArrayList<>(last + 1);
        List<NDArray> inner = new ArrayList<>(last);
        tangents.add(v);
        for (int l = 0; l < last; l++) {
            NDArray moved = tangents.get(l).matMul(network.weights(l));
            inner.add(moved);
            tangents.add(slopes().get(l).mul(moved));
        }
        Deque<NDArray> parts = new ArrayDeque<>();
        if (network.hasBias(last)) {
            parts.push(v.getManager().zeros(new Shape(1), v.getDataType()));
        }
        parts.push(tangents.get(last).sum(new int[] {0}));
        NDArray turned = null;
        for (int l = last - 1; l >= 0; l--) {
            NDArray bent = network.activation()
                    .curvature(hidden.get(l + 1))
                    .muli(inner.get(l))
                    .muli(deltas().get(l));
            if (turned == null) {
                turned = bent;
            } else {
                turned = turned.matMul(network.transposed(l + 1))
                        .muli(slopes().get(l))
                        .addi(bent);
            }
            if (network.hasBias(l)) {
                parts.push(turned.sum(new int[] {0}));
            }
            NDArray weights = hidden.get(l).transpose().matMul(turned);
            parts.push(flat(weights.addi(tangents.get(l).transpose().matMul(deltas().get(l)))));
        }
        return NDArrays.concat(new NDList(parts));
    }

    /** Everything that must outlive the scope for later questions. */
    List<NDArray> arrays() {
        List<NDArray> arrays = new ArrayList<>(hidden);
        arrays.addAll(slopes());
        arrays.addAll(deltas());
        return arrays;
    }

    private List<NDArray> slopes() {
        List<NDArray> known = slopes;
        if (known == null) {
            known = new ArrayList<>(last);
            for (int l = 0; l < last; l++) {
                known.add(network.activation().derivative(hidden.get(l + 1)));
            }
            slopes = known;
        }
        return known;
    }

    private List<NDArray> deltas() {
        List<NDArray> known = deltas;
        if (known == null) {
            Deque<NDArray> backwards = new ArrayDeque<>(last);
            for (int l = last - 1; l >= 0; l--) {
                // The output's delta is 1 in every row, so the first product is a row vector for all of them.
                NDArray above = l == last - 1
                        ? network.transposed(last)
                        : backwards.getFirst().matMul(network.transposed(l + 1));
                backwards.push(slopes().get(l).mul(above));
            }
            known = List.copyOf(backwards);
            deltas = known;
        }
        return known;
    }

    private static NDArray flat(NDArray matrix) {
        return matrix.reshape(new Shape(matrix.size()));
    }
}

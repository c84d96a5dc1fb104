package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.ParameterBlock;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.HostTransfer;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One weight matrix and the bases of its two sides. A bias, or a side of one row, stays as it is. */
final class RotatedBlock {

    private final @Nullable Eigenbasis left;
    private final @Nullable Eigenbasis right;
    private final NDArray moment;

    /** @param moment the first moment's view of this block, turned along with the bases */
    RotatedBlock(ParameterBlock block, Parameters parameters, NDArray moment) {
        left = block.bias() || !Eigenbasis.suits(block.rows()) ? null : new Eigenbasis(block.rows(), parameters);
        right = block.bias() || !Eigenbasis.suits(block.columns()) ? null : new Eigenbasis(block.columns(), parameters);
        this.moment = moment;
    }

    /** Takes a gradient into both preconditioners. */
    void observe(NDArray gradient) {
        if (left != null) {
            left.observe(gradient, gradient.transpose());
        }
        if (right != null) {
            right.observe(gradient.transpose(), gradient);
        }
    }

    /** Brings the bases up to date, and the moment with them. */
    void refresh(boolean first) {
        NDArray turned = moment;
        if (left != null) {
            turned = left.refresh(first).matMul(turned);
        }
        if (right != null) {
            turned = turned.matMul(right.refresh(first).transpose());
        }
        if (turned != moment) {
            HostTransfer.copy(turned, moment);
        }
    }

    /** Q_Lᵀ G Q_R. */
    NDArray into(NDArray gradient) {
        NDArray result = left == null ? gradient : left.transposed().matMul(gradient);
        return right == null ? result : result.matMul(right.basis());
    }

    /** Q_L U Q_Rᵀ. */
    NDArray outOf(NDArray update) {
        NDArray result = left == null ? update : left.basis().matMul(update);
        return right == null ? result : result.matMul(right.transposed());
    }

    void addTo(SequencedMap<String, NDArray> memory, String name) {
        if (left != null) {
            left.addTo(memory, name + "_left");
        }
        if (right != null) {
            right.addTo(memory, name + "_right");
        }
    }
}

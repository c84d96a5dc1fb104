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

    /**
     * @param moment the first moment's view of this block, turned along with the bases
     * @param place of the block among the others, so that their bases are refreshed at different steps
     */
    RotatedBlock(ParameterBlock block, Parameters parameters, NDArray moment, int place) {
        left = basis(block, block.rows(), parameters, 2 * place);
        right = basis(block, block.columns(), parameters, 2 * place + 1);
        this.moment = moment;
    }

    private static @Nullable Eigenbasis basis(ParameterBlock block, int side, Parameters parameters, int phase) {
        return block.bias() || !Eigenbasis.suits(side) ? null : new Eigenbasis(side, parameters, phase);
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

    /** Finds the bases, before there is a moment. */
    void decompose() {
        if (left != null) {
            left.decompose();
        }
        if (right != null) {
            right.decompose();
        }
    }

    /** Brings the bases that are due up to date, and the moment with them. */
    void follow(long step) {
        if (left != null && left.isDue(step)) {
            HostTransfer.copy(left.follow().matMul(moment), moment);
        }
        if (right != null && right.isDue(step)) {
            HostTransfer.copy(moment.matMul(right.follow().transpose()), moment);
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

    void addTo(SequencedMap<String, Remembered> memory, String name) {
        if (left != null) {
            left.addTo(memory, name + "_left");
        }
        if (right != null) {
            right.addTo(memory, name + "_right");
        }
    }
}

package io.brenier.transport.optimizer;

import io.brenier.transport.network.ParameterBlock;
import io.brenier.transport.tensor.vector.PaddedMatrix;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** {@link RotatedBlock} and Adam's moments of it, in Java's memory. */
final class VectorBlock {

    private final ParameterBlock block;
    private final @Nullable VectorBasis left;
    private final @Nullable VectorBasis right;
    private final PaddedMatrix gradient;
    private final @Nullable PaddedMatrix gradientTransposed;
    private final PaddedMatrix first;
    private final PaddedMatrix second;
    private final PaddedMatrix step;
    private final PaddedMatrix room;

    /** @param place of the block among the others, so that their bases are refreshed at different steps */
    VectorBlock(ParameterBlock block, int place) {
        this.block = block;
        left = basis(block, block.rows(), 2 * place);
        right = basis(block, block.columns(), 2 * place + 1);
        gradient = matrix(block);
        gradientTransposed = left == null ? null : new PaddedMatrix(block.columns(), block.rows());
        first = matrix(block);
        second = matrix(block);
        step = matrix(block);
        room = matrix(block);
    }

    private static PaddedMatrix matrix(ParameterBlock block) {
        return new PaddedMatrix(block.rows(), block.columns());
    }

    private static @Nullable VectorBasis basis(ParameterBlock block, int side, int phase) {
        return block.bias() || !Eigenbasis.suits(side) ? null : new VectorBasis(side, phase);
    }

    /** Takes the gradient of the block out of that of all parameters. */
    void load(float[] gradients) {
        gradient.load(gradients, block.offset());
    }

    /** Subtracts the step from the parameters, Adam's in the bases. */
    void move(float[] parameters, AdamStep adam) {
        turnIn();
        adam.apply(step.values(), first.values(), second.values());
        turnOut();
        int columns = block.columns();
        int stride = step.values().length / block.rows();
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                parameters[block.offset() + i * columns + j] -= step.values()[i * stride + j];
            }
        }
    }

    /** Takes the gradient into both preconditioners. */
    void observe() {
        if (left != null && gradientTransposed != null) {
            gradientTransposed.setTransposed(gradient);
            left.observe(gradientTransposed);
        }
        if (right != null) {
            right.observe(gradient);
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
    void follow(long number) {
        if (left != null && left.isDue(number)) {
            room.set(first);
            first.setProduct(left.turnedFrom(left.follow()), room);
        }
        if (right != null && right.isDue(number)) {
            PaddedMatrix old = right.follow();
            room.set(first);
            first.setProduct(room, right.turnedTo(old));
        }
    }

    PaddedMatrix first() {
        return first;
    }

    PaddedMatrix second() {
        return second;
    }

    void addTo(SequencedMap<String, Remembered> memory, String name) {
        if (left != null) {
            left.addTo(memory, name + "_left");
        }
        if (right != null) {
            right.addTo(memory, name + "_right");
        }
    }

    /** step ← Q_Lᵀ G Q_R. */
    private void turnIn() {
        step.set(gradient);
        if (left != null) {
            room.set(step);
            step.setTransposedProduct(left.basis(), room);
        }
        if (right != null) {
            room.set(step);
            step.setProduct(room, right.basis());
        }
    }

    /** step ← Q_L step Q_Rᵀ. */
    private void turnOut() {
        if (left != null) {
            room.set(step);
            step.setProduct(left.basis(), room);
        }
        if (right != null) {
            room.set(step);
            step.setProduct(room, right.transposed());
        }
    }
}

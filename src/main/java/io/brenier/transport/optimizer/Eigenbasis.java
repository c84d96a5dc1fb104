package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.HostTransfer;
import java.util.SequencedMap;

/** A running average P of products G Gᵀ and an orthonormal basis Q that follows its eigenvectors. */
final class Eigenbasis {

    static final double DECAY = 0.95;
    /** Above it a decomposition costs more than it brings. */
    private static final int LARGEST = 512;
    /** Steps between two refreshes. */
    private static final int REFRESH = 10;

    private final int size;
    private final int phase;
    private final NDArray preconditioner;
    private final NDArray basis;
    private final NDArray transposed;
    private final NDArray decay;
    private final NDArray rest;

    /** @param phase a number that sets the steps of its refreshes apart from those of other bases */
    Eigenbasis(int size, Parameters parameters, int phase) {
        this.size = size;
        this.phase = phase;
        Scalars scalars = new Scalars(parameters);
        preconditioner = parameters
                .manager()
                .zeros(new Shape(size, size), parameters.values().getDataType());
        basis = parameters.manager().eye(size, size, 0, parameters.values().getDataType());
        transposed = basis.transpose();
        decay = scalars.of(DECAY);
        rest = scalars.of(1 - DECAY);
    }

    /** Whether a side of so many rows has a basis at all. */
    static boolean suits(int size) {
        return size > 1 && size <= LARGEST;
    }

    /** Whether Q is brought up to date after a step, counted from 1. */
    boolean isDue(long step) {
        return isDue(step, phase);
    }

    /** Whether a basis of a phase is brought up to date after a step, counted from 1. */
    static boolean isDue(long step, int phase) {
        return (step + phase) % REFRESH == 0;
    }

    /** P ← .95 P + .05 A Aᵀ. */
    void observe(NDArray matrix, NDArray transposed) {
        preconditioner.muli(decay).addi(matrix.matMul(transposed).muli(rest));
    }

    /** Q. */
    NDArray basis() {
        return basis;
    }

    /** Qᵀ. */
    NDArray transposed() {
        return transposed;
    }

    /** Q ← the eigenvectors of P. */
    void decompose() {
        HostTransfer.write(basis, Orthonormal.eigenvectors(HostTransfer.download(preconditioner), size));
    }

    /** Q ← qr(P Q), a step of the orthogonal iteration. Returns Q_newᵀ Q_old, by which what was expressed in the old basis turns. */
    NDArray follow() {
        float[] updated = Orthonormal.factor(HostTransfer.download(preconditioner.matMul(basis)), size);
        NDArray old = basis.duplicate();
        HostTransfer.write(basis, updated);
        return transposed.matMul(old);
    }

    void addTo(SequencedMap<String, Remembered> memory, String name) {
        memory.put(name + "_preconditioner", new Remembered.Tensor(preconditioner));
        memory.put(name + "_basis", new Remembered.Tensor(basis));
    }
}

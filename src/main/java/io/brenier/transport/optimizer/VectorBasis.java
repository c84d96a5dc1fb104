package io.brenier.transport.optimizer;

import io.brenier.transport.tensor.vector.PaddedMatrix;
import java.util.List;
import java.util.SequencedMap;

/** {@link Eigenbasis} in Java's memory, multiplied on the vector unit. */
final class VectorBasis {

    private final int size;
    private final int phase;
    private final PaddedMatrix preconditioner;
    private final PaddedMatrix basis;
    private final PaddedMatrix transposed;
    private final PaddedMatrix product;
    private final PaddedMatrix turn;

    /** @param phase a number that sets the steps of its refreshes apart from those of other bases */
    VectorBasis(int size, int phase) {
        this.size = size;
        this.phase = phase;
        preconditioner = new PaddedMatrix(size, size);
        basis = PaddedMatrix.identity(size);
        transposed = PaddedMatrix.identity(size);
        product = new PaddedMatrix(size, size);
        turn = new PaddedMatrix(size, size);
    }

    boolean isDue(long step) {
        return Eigenbasis.isDue(step, phase);
    }

    /** P ← .95 P + .05 Aᵀ A. */
    void observe(PaddedMatrix matrix) {
        product.setTransposedProduct(matrix, matrix);
        preconditioner.blend((float) Eigenbasis.DECAY, (float) (1 - Eigenbasis.DECAY), product);
    }

    /** Q. */
    PaddedMatrix basis() {
        return basis;
    }

    /** Qᵀ. */
    PaddedMatrix transposed() {
        return transposed;
    }

    /** Q ← the eigenvectors of P. */
    void decompose() {
        turnTo(Orthonormal.eigenvectors(preconditioner.flat(), size));
    }

    /** Q ← qr(P Q), a step of the orthogonal iteration. Returns the old Q, until the next product. */
    PaddedMatrix follow() {
        product.setProduct(preconditioner, basis);
        float[] updated = Orthonormal.factor(product.flat(), size);
        product.set(basis);
        turnTo(updated);
        return product;
    }

    /** Q_newᵀ Q_old, by which columns in the old basis turn; until the next product. */
    PaddedMatrix turnedFrom(PaddedMatrix old) {
        turn.setTransposedProduct(basis, old);
        return turn;
    }

    /** Q_oldᵀ Q_new, by which rows in the old basis turn; until the next product. */
    PaddedMatrix turnedTo(PaddedMatrix old) {
        turn.setTransposedProduct(old, basis);
        return turn;
    }

    void addTo(SequencedMap<String, Remembered> memory, String name) {
        memory.put(name + "_preconditioner", new Remembered.Host(List.of(preconditioner), () -> {}));
        memory.put(name + "_basis", new Remembered.Host(List.of(basis), () -> transposed.setTransposed(basis)));
    }

    private void turnTo(float[] updated) {
        basis.load(updated, 0);
        transposed.setTransposed(basis);
    }
}

package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;

/** A derivative with respect to all parameters of one network. Owns memory of the engine until closed. */
public final class ParameterGradient implements AutoCloseable {

    private final NDArray values;

    /** Takes the array over. @param values [count], in the order of {@link Parameters#values()} */
    public ParameterGradient(NDArray values) {
        this.values = values;
    }

    /** [count], in the order of {@link Parameters#values()}. */
    public NDArray values() {
        return values;
    }

    /** Multiplies by a factor, in place. */
    public void scale(double factor) {
        try (TensorScope scope = TensorScope.open()) {
            values.muli(factor(factor));
        }
    }

    /** Adds another, in place. */
    public void add(ParameterGradient other) {
        try (TensorScope scope = TensorScope.open()) {
            values.addi(other.values);
        }
    }

    /** The Euclidean norm; not finite if any component is not. */
    public double norm() {
        try (TensorScope scope = TensorScope.open()) {
            return Math.sqrt(HostTransfer.download(values.square().sum())[0]);
        }
    }

    /** Whether no component is NaN or infinite; a norm beyond the range of float counts as not finite. */
    public boolean finite() {
        return Double.isFinite(norm());
    }

    /** A copy of the components. */
    public float[] download() {
        return HostTransfer.download(values);
    }

    @Override
    public void close() {
        values.close();
    }

    private Number factor(double factor) {
        return switch (values.getDataType()) {
            case FLOAT64 -> factor;
            default -> (float) factor;
        };
    }
}

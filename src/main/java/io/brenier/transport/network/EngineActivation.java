package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** An activation and its derivative on the engine. The constants are arrays, since a Java number becomes one anew at every call. */
final class EngineActivation {

    private static final float LEAK = 0.2f;

    private final Activation activation;
    private final NDArray zero;
    private final NDArray one;
    private final NDArray leak;
    private final NDArray oneWithoutLeak;
    private final NDArray minusTwo;

    EngineActivation(Activation activation, NDManager manager, DataType type) {
        this.activation = activation;
        zero = constant(manager, type, 0);
        one = constant(manager, type, 1);
        leak = constant(manager, type, LEAK);
        oneWithoutLeak = constant(manager, type, 1 - LEAK);
        minusTwo = constant(manager, type, -2);
    }

    /** The activation's output at z, a new array. */
    NDArray apply(NDArray z) {
        return switch (activation) {
            case ELU -> z.getNDArrayInternal().elu(1f);
            case LEAKY_RELU -> z.getNDArrayInternal().leakyRelu(LEAK);
            case SOFTPLUS -> z.getNDArrayInternal().softPlus();
            case TANH -> z.getNDArrayInternal().tanh();
        };
    }

    /** The derivative where the output is h, a new array. */
    NDArray derivative(NDArray h) {
        return switch (activation) {
            case ELU -> h.minimum(zero).addi(one);
            case LEAKY_RELU ->
                h.sign().getNDArrayInternal().relu().muli(oneWithoutLeak).addi(leak);
            case SOFTPLUS -> h.neg().exp().negi().addi(one);
            case TANH -> h.square().negi().addi(one);
        };
    }

    /**
     * The second derivative over the first, act″/act′, where the output is h: a new array. Zero for the leaky ReLU, whose kink has no
     * second derivative.
     */
    NDArray curvature(NDArray h) {
        return switch (activation) {
            // Not by a comparison: arrays of booleans cost as much as a product of matrices.
            case ELU -> h.minimum(zero).sign().negi();
            case LEAKY_RELU -> h.zerosLike();
            case SOFTPLUS -> h.neg().exp();
            case TANH -> h.mul(minusTwo);
        };
    }

    private static NDArray constant(NDManager manager, DataType type, double value) {
        return type == DataType.FLOAT64 ? manager.create(value) : manager.create((float) value);
    }
}

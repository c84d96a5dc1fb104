package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.Parameters;
import java.util.SequencedMap;

/**
 * Adam's moments of a vector (Kingma and Ba 2015): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², and the direction
 * (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε).
 */
final class AdamMoments {

    static final double EPSILON = 1e-8;

    private final Scalars scalars;
    private final double beta1;
    private final double beta2;
    private final NDArray first;
    private final NDArray second;
    private final NDArray firstDecay;
    private final NDArray firstRest;
    private final NDArray secondDecay;
    private final NDArray secondRest;
    private final NDArray epsilon;

    AdamMoments(OptimizerSpec spec, Parameters parameters) {
        this(spec, parameters, parameters.count());
    }

    /** Moments of a vector of another length than the parameters have. */
    AdamMoments(OptimizerSpec spec, Parameters parameters, int length) {
        scalars = new Scalars(parameters);
        beta1 = spec.beta1();
        beta2 = spec.beta2();
        first = zeros(parameters, length);
        second = zeros(parameters, length);
        firstDecay = scalars.of(beta1);
        firstRest = scalars.of(1 - beta1);
        secondDecay = scalars.of(beta2);
        secondRest = scalars.of(1 - beta2);
        epsilon = scalars.of(EPSILON);
    }

    /** m. */
    NDArray first() {
        return first;
    }

    /** Takes a gradient in and returns the step to subtract: rate times the direction, a new array. */
    NDArray step(NDArray gradient, double rate, long step) {
        first.muli(firstDecay).addi(gradient.mul(firstRest));
        second.muli(secondDecay).addi(gradient.square().muli(secondRest));
        NDArray scale = second.sqrt().muli(scalars.of(1 / Math.sqrt(1 - Math.pow(beta2, step))));
        return first.div(scale.addi(epsilon)).muli(scalars.of(rate / (1 - Math.pow(beta1, step))));
    }

    void addTo(SequencedMap<String, Remembered> memory) {
        memory.put("first_moment", new Remembered.Tensor(first));
        memory.put("second_moment", new Remembered.Tensor(second));
    }

    private static NDArray zeros(Parameters parameters, int length) {
        return parameters.manager().zeros(new Shape(length), parameters.values().getDataType());
    }
}

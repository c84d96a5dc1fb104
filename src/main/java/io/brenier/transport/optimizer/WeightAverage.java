package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;

/**
 * The exponential moving average θ̄ ← ρ θ̄ + (1 − ρ) θ of a network's parameters, which is steadier than the parameters while the rate
 * is high. It starts at the parameters it is given. Belongs to one thread at a time.
 */
public final class WeightAverage {

    /** Averages over about a hundred steps. */
    public static final double DEFAULT_DECAY = 0.99;

    private final Parameters parameters;
    private final NDArray average;
    private final NDArray decay;
    private final NDArray rest;

    private WeightAverage(Parameters parameters, double decay) {
        this.parameters = parameters;
        NDManager manager = parameters.manager();
        average = parameters.values().duplicate();
        this.decay = manager.create((float) decay);
        rest = manager.create((float) (1 - decay));
    }

    public static WeightAverage of(Parameters parameters) {
        return of(parameters, DEFAULT_DECAY);
    }

    /** @param decay ρ, from 0 to below 1 */
    public static WeightAverage of(Parameters parameters, double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("a decay of %s is given; allowed is 0 to below 1".formatted(decay));
        }
        return new WeightAverage(parameters, decay);
    }

    /** Takes the parameters of the moment in; after every step. */
    public void update() {
        try (TensorScope scope = TensorScope.open()) {
            average.muli(decay).addi(parameters.values().mul(rest));
        }
    }

    /** The averaged parameters as a network of the given shape. */
    public Mlp snapshot(Mlp shape) {
        return shape.withParameters(state());
    }

    /** θ̄, for a checkpoint. */
    public float[] state() {
        return HostTransfer.download(average);
    }

    /** Sets θ̄. */
    public void restore(float[] state) {
        if (state.length != parameters.count()) {
            throw new IllegalArgumentException(
                    "%d averages are given for %d parameters".formatted(state.length, parameters.count()));
        }
        HostTransfer.write(average, state);
    }
}

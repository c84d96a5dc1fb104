package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;

/**
 * The exponential moving average θ̄ ← ρₜ θ̄ + (1 − ρₜ) θ of a network's parameters, which is steadier than the parameters while the rate
 * is high. It starts at the parameters it is given, and while few steps are made it reaches back over a part of them only, ρₜ =
 * min(ρ, (1 + t)/(10 + t)): the start would otherwise weigh a third after 1/(1 − ρ) steps. Belongs to one thread at a time.
 */
public final class WeightAverage {

    /** Averages over about a hundred steps. */
    public static final double DEFAULT_DECAY = 0.99;

    private final Parameters parameters;
    private final NDArray average;
    private final Scalars scalars;
    private final double decay;

    private WeightAverage(Parameters parameters, double decay) {
        this.parameters = parameters;
        this.decay = decay;
        scalars = new Scalars(parameters);
        average = parameters.values().duplicate();
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

    /**
     * Takes the parameters of the moment in; after every step.
     *
     * @param step t, the steps made so far, from 1
     */
    public void update(long step) {
        double reach = Math.min(decay, (1.0 + step) / (10.0 + step));
        try (TensorScope scope = TensorScope.open()) {
            average.muli(scalars.of(reach)).addi(parameters.values().mul(scalars.of(1 - reach)));
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

package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.Parameters;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Adam, with decoupled weight decay where it is not 0: θ ← (1 − rate · decay) θ − rate · direction (Loshchilov and Hutter 2019). */
final class AdamRule implements UpdateRule {

    private final Scalars scalars;
    private final AdamMoments moments;
    private final double weightDecay;

    AdamRule(OptimizerSpec spec, Parameters parameters, double weightDecay) {
        scalars = new Scalars(parameters);
        moments = new AdamMoments(spec, parameters);
        this.weightDecay = weightDecay;
    }

    @Override
    public void apply(NDArray parameters, NDArray gradient, double rate, long step) {
        if (weightDecay > 0) {
            parameters.muli(scalars.of(1 - rate * weightDecay));
        }
        parameters.subi(moments.step(gradient, rate, step));
    }

    @Override
    public SequencedMap<String, Remembered> memory() {
        SequencedMap<String, Remembered> memory = new LinkedHashMap<>();
        moments.addTo(memory);
        return memory;
    }
}

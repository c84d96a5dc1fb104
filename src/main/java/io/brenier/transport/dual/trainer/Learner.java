package io.brenier.transport.dual.trainer;

import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.optimizer.Optimizer;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.WeightAverage;
import java.util.HashMap;
import java.util.Map;

/** What changes the parameters of one network: its optimiser, and the average that follows. */
final class Learner implements AutoCloseable {

    private static final String PARAMETERS = "parameters";
    private static final String AVERAGE = "average";
    private static final String OPTIMIZER = "optimizer.";

    private final Parameters parameters;
    private final Optimizer optimizer;
    private final WeightAverage average;
    private final OptimizerSpec spec;
    private double rate;

    private Learner(OptimizerSpec spec, Parameters parameters, Optimizer optimizer, WeightAverage average) {
        this.spec = spec;
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.average = average;
    }

    static Learner fresh(OptimizerSpec optimizer, double averaging, Parameters parameters) {
        return new Learner(
                optimizer, parameters, Optimizer.of(optimizer, parameters), WeightAverage.of(parameters, averaging));
    }

    /** Sets the rate of the steps to come. */
    void schedule(RollBacks rollBacks, long step, double progress) {
        rate = rollBacks.rate(spec, step, progress);
    }

    /** The learning rate of the moment. */
    double rate() {
        return rate;
    }

    void step(ParameterGradient gradient) {
        optimizer.step(gradient, rate);
        average.update(optimizer.steps());
    }

    float[] average() {
        return average.state();
    }

    /** Everything that the next step depends on. */
    Map<String, float[]> state() {
        Map<String, float[]> state = new HashMap<>();
        state.put(PARAMETERS, parameters.download());
        state.put(AVERAGE, average.state());
        optimizer.state().forEach((name, values) -> state.put(OPTIMIZER + name, values));
        return state;
    }

    /** @throws IllegalArgumentException if it is not the state of such a network */
    void restore(Map<String, float[]> state) {
        parameters.restore(required(state, PARAMETERS));
        average.restore(required(state, AVERAGE));
        Map<String, float[]> moments = new HashMap<>();
        state.forEach((name, values) -> {
            if (name.startsWith(OPTIMIZER)) {
                moments.put(name.substring(OPTIMIZER.length()), values);
            }
        });
        optimizer.restore(moments);
    }

    private static float[] required(Map<String, float[]> state, String name) {
        float[] values = state.get(name);
        if (values == null) {
            throw new IllegalArgumentException("The checkpoint lacks " + name + ".");
        }
        return values;
    }

    @Override
    public void close() {
        optimizer.close();
    }
}

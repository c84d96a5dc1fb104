package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.TensorScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts steps, clips gradients and keeps state around an update rule. */
final class FlatOptimizer implements Optimizer {

    private static final String STEP = "step";
    // A float holds integers below 2^24 exactly, so that the counter is stored in two.
    private static final long DIGIT = 1L << 20;

    private final Parameters parameters;
    private final UpdateRule rule;
    private final @Nullable GradientClipping clipping;
    private long steps;

    FlatOptimizer(Parameters parameters, UpdateRule rule, @Nullable GradientClipping clipping) {
        this.parameters = parameters;
        this.rule = rule;
        this.clipping = clipping;
    }

    @Override
    public void step(ParameterGradient gradient, double rate) {
        try (TensorScope scope = TensorScope.open()) {
            NDArray slope = clipping == null ? gradient.values() : clipping.clipped(gradient.values());
            rule.apply(parameters.values(), slope, rate, steps + 1);
        }
        steps++;
        parameters.changed();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public Map<String, float[]> state() {
        Map<String, float[]> state = new LinkedHashMap<>();
        state.put(STEP, new float[] {steps / DIGIT, steps % DIGIT});
        rule.memory().forEach((name, numbers) -> state.put(name, numbers.read()));
        return state;
    }

    @Override
    public void restore(Map<String, float[]> state) {
        Map<String, Remembered> memory = rule.memory();
        float[] counter = require(state, STEP, 2);
        memory.forEach((name, numbers) -> require(state, name, numbers.size()));
        if (state.size() != memory.size() + 1) {
            throw new IllegalArgumentException("the state holds %s, not %s".formatted(state.keySet(), memory.keySet()));
        }
        memory.forEach((name, numbers) -> numbers.write(require(state, name, numbers.size())));
        steps = (long) counter[0] * DIGIT + (long) counter[1];
    }

    @Override
    public void close() {
        rule.memory().values().forEach(Remembered::close);
    }

    private static float[] require(Map<String, float[]> state, String name, int length) {
        float[] values = state.get(name);
        if (values == null || values.length != length) {
            throw new IllegalArgumentException("the state's %s has %s numbers, needed are %d"
                    .formatted(name, values == null ? "no" : String.valueOf(values.length), length));
        }
        return values;
    }
}

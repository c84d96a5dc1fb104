package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.Parameters;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** θ ← θ − rate · g. */
final class SgdRule implements UpdateRule {

    private final Scalars scalars;

    SgdRule(Parameters parameters) {
        scalars = new Scalars(parameters);
    }

    @Override
    public void apply(NDArray parameters, NDArray gradient, double rate, long step) {
        parameters.subi(gradient.mul(scalars.of(rate)));
    }

    @Override
    public SequencedMap<String, Remembered> memory() {
        return new LinkedHashMap<>();
    }
}

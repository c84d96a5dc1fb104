package io.brenier.transport.optimizer;

import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Parameters;
import java.util.Map;

/** Changes the parameters of one network against a gradient, in place. Belongs to one thread at a time. */
public sealed interface Optimizer extends AutoCloseable permits FlatOptimizer {

    /** A fresh optimiser of the given parameters. */
    static Optimizer of(OptimizerSpec spec, Parameters parameters) {
        return new FlatOptimizer(
                parameters,
                switch (spec.type()) {
                    case SGD -> new SgdRule(parameters);
                    case ADAM -> new AdamRule(spec, parameters, 0);
                    case ADAMW -> new AdamRule(spec, parameters, spec.weightDecay());
                    case SOAP ->
                        VectorSoapRule.suits(parameters)
                                ? new VectorSoapRule(spec, parameters)
                                : new SoapRule(spec, parameters);
                    case MUON -> new MuonRule(spec, parameters);
                },
                spec.clipNorm() > 0 ? new GradientClipping(spec.clipNorm(), parameters) : null);
    }

    /**
     * One step down the gradient.
     *
     * @param rate the learning rate of this step
     */
    void step(ParameterGradient gradient, double rate);

    /** Steps made. */
    long steps();

    /** Everything that the next step depends on beside the parameters, by name. */
    Map<String, float[]> state();

    /**
     * Goes on from a state, bit for bit.
     *
     * @throws IllegalArgumentException if it is not the state of such an optimiser
     */
    void restore(Map<String, float[]> state);

    /** Frees its moments; the parameters stay. */
    @Override
    void close();
}

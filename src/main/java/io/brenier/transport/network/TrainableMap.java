package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/**
 * A map T with its parameters θ on the engine, where an optimiser changes them. Belongs to one thread at a time; owns memory of the
 * engine until closed.
 */
public interface TrainableMap extends AutoCloseable {

    /**
     * A map to train, starting at the given one.
     *
     * @throws IllegalArgumentException if it has no network
     */
    static TrainableMap of(AffineMlpMap initial) {
        return TrainableAffineMlp.of(initial);
    }

    /** The gradient of a potential as a map; closing it closes the potential. */
    static TrainableMap gradientOf(TrainablePotential potential) {
        return new TrainableGradient(potential);
    }

    /** A map that stays as it is: it has no parameters. */
    static TrainableMap fixed(TransportMap map) {
        return new FixedMap(map);
    }

    int dimension();

    /** θ, for an optimiser. */
    Parameters parameters();

    /** T at the parameters of the moment: valid until they change, and on the thread of the training only. */
    TransportMap current();

    /** T(y), with what its derivative needs kept until the evaluation is closed. */
    Evaluation evaluate(Points y);

    /** A copy at the parameters of the moment, free of the engine. */
    TransportMap snapshot();

    /** The map at other parameters, in the order of {@link Parameters#values()}, free of the engine. */
    TransportMap at(float[] parameters);

    /** Moves parameters that must keep a sign back to where they are allowed; nothing where all are free. */
    default void project() {}

    /** Adds to a gradient, in place, ∂/∂θ of what negative weights cost where a penalty keeps a potential convex. */
    default void addPenaltyGradient(ParameterGradient gradient) {}

    /**
     * ∂/∂θ Σ_i ⟨v_i, T(y_i)⟩.
     *
     * @param y [n, d]
     * @param cotangents v, [n, d]
     */
    default ParameterGradient parameterGradient(Points y, Points cotangents) {
        try (Evaluation evaluation = evaluate(y)) {
            return evaluation.parameterGradient(cotangents);
        }
    }

    @Override
    void close();

    /** One forward pass, whose cotangents may come later. */
    interface Evaluation extends AutoCloseable {

        /** T(y), [n, d]. */
        Points image();

        /**
         * ∂/∂θ Σ_i ⟨v_i, T(y_i)⟩.
         *
         * @throws IllegalStateException if the parameters have changed since the evaluation
         */
        ParameterGradient parameterGradient(Points cotangents);

        @Override
        void close();
    }
}

package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/**
 * A potential f with its parameters θ on the engine, where an optimiser changes them. All derivatives are written out: no graph is
 * recorded. Belongs to one thread at a time; owns memory of the engine until closed.
 */
public interface TrainablePotential extends AutoCloseable {

    /**
     * A potential to train, starting at the given one.
     *
     * @throws IllegalArgumentException if it has no network
     */
    static TrainablePotential of(QuadraticMlpPotential initial) {
        return TrainableQuadraticMlp.of(initial);
    }

    int dimension();

    /** θ, for an optimiser. */
    Parameters parameters();

    /**
     * f at the parameters of the moment: valid until they change, and on the thread of the training only. The last bits of a
     * row may depend on the size of its batch, which decides what computes it; for rows independent to the last bit take a snapshot.
     */
    Potential current();

    /** f at x, with what its derivatives need kept until the evaluation is closed. */
    Evaluation evaluate(Points x);

    /** A copy at the parameters of the moment, free of the engine. */
    Potential snapshot();

    /** The potential at other parameters, in the order of {@link Parameters#values()}, free of the engine. */
    Potential at(float[] parameters);

    /** Moves parameters that must keep a sign back to where they are allowed; nothing where all are free. */
    default void project() {}

    /** What negative weights cost where a penalty keeps a network convex: β Σ ‖max(−W, 0)‖_F; 0 where none does. */
    default double penalty() {
        return 0;
    }

    /** Adds ∂/∂θ of the penalty to a gradient, in place. */
    default void addPenaltyGradient(ParameterGradient gradient) {}

    /**
     * ∂/∂θ Σ_i w_i f(x_i).
     *
     * @param x [n, d]
     * @param weights w, [n]
     */
    default ParameterGradient parameterGradient(Points x, float[] weights) {
        try (Evaluation evaluation = evaluate(x)) {
            return evaluation.weighted(weights);
        }
    }

    @Override
    void close();

    /** f at some points. Every method may be called while the parameters are those of the evaluation, and fails after. */
    interface Evaluation extends AutoCloseable {

        /** f(x_i), [n]. */
        float[] values();

        /** ∇f(x_i) of the rows from (inclusive) to (exclusive). */
        Points gradients(int from, int to);

        /** ∇f(x_i), [n, d]. */
        Points gradients();

        /** ∂/∂θ Σ_i w_i f(x_i), w [n]. */
        ParameterGradient weighted(float[] weights);

        /** ∂/∂θ Σ_i ⟨v_i, ∇f(x_i)⟩, v [n, d]: the mixed second derivative, exact. */
        ParameterGradient mixed(Points cotangents);

        @Override
        void close();
    }
}

package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/** A quadratic with a network on it, on the vector unit at the parameters of the moment. */
final class VectorPotential {

    // Its matrix is symmetric up to rounding; read by rows, as everywhere.
    private final VectorAffine quadratic;
    private final VectorNetwork network;

    /** @param initial with a network that {@link VectorMlp#suits} accepts */
    VectorPotential(QuadraticMlpPotential initial, Parameters parameters) {
        quadratic = new VectorAffine(initial.matrix(), initial.shift());
        network = new VectorNetwork(initial.requireNetwork(), parameters);
    }

    /** f at x at the parameters of the moment. */
    VectorEvaluation evaluate(Points x) {
        quadratic.requireDimension(x);
        return new VectorEvaluation(quadratic, network, x);
    }
}

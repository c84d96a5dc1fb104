package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/** An affine map with a network on it, on the vector unit at the parameters of the moment. */
final class VectorMap {

    private final VectorAffine affine;
    private final VectorNetwork network;

    /** @param initial with a network that {@link VectorMlp#suits} accepts */
    VectorMap(AffineMlpMap initial, Parameters parameters) {
        affine = new VectorAffine(initial.matrix(), initial.shift());
        network = new VectorNetwork(initial.requireNetwork(), parameters);
    }

    /** T at y at the parameters of the moment. */
    VectorMapEvaluation evaluate(Points y) {
        affine.requireDimension(y);
        return new VectorMapEvaluation(affine, network, y);
    }
}

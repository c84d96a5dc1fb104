package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/** The map y ↦ ∇g(y). */
public record PotentialGradient(Potential potential) implements TransportMap {

    @Override
    public int dimension() {
        return potential.dimension();
    }

    @Override
    public Points apply(Points x) {
        return potential.gradients(x);
    }
}

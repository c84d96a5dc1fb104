package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.tensor.Points;

/**
 * Maps that need not be gradients, standardised.
 *
 * @param forward source to target
 * @param inverse back
 */
record MapPair(TransportMap forward, TransportMap inverse) {

    /** First the affine map, then these; back in the other order. */
    MapPair after(AffinePair affine) {
        return new MapPair(
                new Chain(new PotentialGradient(affine.potential(null)), forward),
                new Chain(inverse, affine.amortizer(null)));
    }

    private record Chain(TransportMap first, TransportMap second) implements TransportMap {

        @Override
        public int dimension() {
            return first.dimension();
        }

        @Override
        public Points apply(Points x) {
            return second.apply(first.apply(x));
        }
    }
}

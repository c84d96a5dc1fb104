package io.brenier.transport.amortization;

import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PotentialStart;

/** What guesses the argmins of the conjugate. */
public sealed interface AmortizerSpec {

    /** What the guess is before the first step. */
    PotentialStart start();

    /** A map y ↦ M⁻¹(y − b) + mlp(y), which need not be a gradient. */
    record OfMap(MlpSpec network) implements AmortizerSpec {

        @Override
        public PotentialStart start() {
            return network.start();
        }
    }

    /** The gradient of a potential g on the target's side. */
    record OfPotential(NetworkSpec network) implements AmortizerSpec {

        @Override
        public PotentialStart start() {
            return network.start();
        }
    }

    /** None that learns: the guess stays at its start. */
    record None(PotentialStart start) implements AmortizerSpec {}
}

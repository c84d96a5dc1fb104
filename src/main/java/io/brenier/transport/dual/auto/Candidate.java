package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.dual.report.Rival;

/**
 * A map that may be the answer, with its figures on held-out samples; standardised.
 *
 * @param name for example gaussian
 * @param pair the map
 * @param score its dual
 * @param forward Sinkhorn divergence of ∇f's images from the target
 * @param inverse Sinkhorn divergence of the amortizer's images, which are what is served, from the source
 */
record Candidate(String name, NetworkPair pair, Score score, double forward, double inverse) {

    /** The same map with another score. */
    Candidate scored(Score other) {
        return new Candidate(name, pair, other, forward, inverse);
    }

    double divergence() {
        return forward + inverse;
    }

    Rival asRival() {
        return new Rival(name, pair, score);
    }

    /** As in "gaussian 0.123 / 0.045". */
    String figures() {
        return "%s %.3g / %.3g".formatted(name, forward, inverse);
    }
}

package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.problem.NetworkPair;
import java.util.List;
import java.util.Map;

/**
 * A map that needed no training.
 *
 * @param pair the potential and the way back, standardised
 * @param steps iterations made
 * @param exact whether the way back is the conjugate's argmin to the last digits
 * @param figures how it went, all finite: sinkhorn_iterations, marginal_error
 * @param notes what a user should know, in sentences
 */
public record InstantAnswer(
        NetworkPair pair, long steps, boolean exact, Map<String, Double> figures, List<String> notes) {

    public InstantAnswer {
        figures = Map.copyOf(figures);
        notes = List.copyOf(notes);
    }

    static InstantAnswer closedForm(NetworkPair pair) {
        return new InstantAnswer(pair, 1, true, Map.of(), List.of());
    }
}

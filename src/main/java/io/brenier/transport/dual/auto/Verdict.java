package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.trainer.Finish.Trained;
import java.util.List;

/**
 * What is published, and why.
 *
 * @param chosen the map
 * @param reason a sentence for the user
 */
record Verdict(Candidate chosen, String reason) {

    static Verdict of(Candidate candidate, List<Candidate> instant, Trained trained, Comparison comparison) {
        for (Candidate answer : instant) {
            if (!comparison.isNotWorse(candidate, answer)) {
                Candidate best = comparison.best(instant);
                return new Verdict(
                        best,
                        "Training bought nothing over '%s' (held-out divergence %s): published is the instant answer '%s'."
                                .formatted(answer.name(), candidate.figures(), best.name()));
            }
        }
        return new Verdict(
                candidate,
                "Published is the trained map of step %d of %d: held-out Sinkhorn divergence %s."
                        .formatted(trained.bestStep(), trained.steps(), candidate.figures()));
    }
}

package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.auto.InstantAnswers.Answers;
import io.brenier.transport.dual.trainer.Finish.Trained;

/**
 * What is published, and why.
 *
 * @param chosen the map
 * @param reason a sentence for the user
 */
record Verdict(Candidate chosen, String reason) {

    static Verdict of(Candidate candidate, Answers instant, Trained trained, Comparison comparison) {
        for (Candidate answer : instant.all()) {
            if (!comparison.isNotWorse(candidate, answer)) {
                Candidate best = instant.best();
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

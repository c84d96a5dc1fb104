package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.FinalMetrics;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import java.util.List;

/** What is made of the best pair of a run. */
@FunctionalInterface
public interface Finish {

    /**
     * A run's result.
     *
     * @param pair the best pair, standardised
     * @param score of it
     * @param bestStep after which step it was; 0 for the start
     * @param steps steps made
     * @param notes what a user should know, in sentences
     */
    record Trained(NetworkPair pair, Score score, long bestStep, long steps, List<String> notes) {}

    TrainingOutcome.Completed of(Trained trained);

    /** The pair as it is, with its figures. */
    static Finish asItIs(StandardProblem problem) {
        return trained -> new TrainingOutcome.Completed(
                problem.inUnits(trained.pair()),
                trained.steps(),
                FinalMetrics.of(problem, trained.pair(), trained.score()),
                trained.notes());
    }
}

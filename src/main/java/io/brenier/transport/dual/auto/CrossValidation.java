package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.instant.InstantAnswer;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.problem.StandardProblem;
import java.util.List;
import java.util.Optional;

/**
 * Divergences of maps that are quickly made anew: each of a few parts of the training samples is held out in turn (Stone 1974). Of few samples the
 * ones held out once say too little, and they have had a part in choosing the map.
 */
final class CrossValidation {

    private static final int FOLDS = 5;

    private final List<StandardProblem> folds;
    private final List<Judge> judges;
    private final long seed;
    private final TrainingListener listener;

    /** @param listener may stop the making of maps */
    CrossValidation(StandardProblem problem, long seed, TrainingListener listener) {
        this.folds = problem.folds(FOLDS);
        this.judges = folds.stream().map(Judge::new).toList();
        this.seed = seed;
        this.listener = listener;
    }

    /** Whether samples are few, yet enough to be parted. */
    static boolean suits(StandardProblem problem) {
        return problem.hasFewSamples() && problem.smallestCount() >= 2 * FOLDS;
    }

    /** Of both directions, the mean over the parts; infinite if the listener stopped it. */
    double divergence(InstantSolver solver) {
        double sum = 0;
        for (int i = 0; i < FOLDS; i++) {
            Optional<InstantAnswer> answer = solver.solve(folds.get(i), seed, listener);
            if (answer.isEmpty()) {
                return Double.POSITIVE_INFINITY;
            }
            sum += judges.get(i).divergence(answer.get().pair());
        }
        return sum / FOLDS;
    }
}

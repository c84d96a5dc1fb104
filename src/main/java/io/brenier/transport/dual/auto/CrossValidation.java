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

    private final StandardProblem problem;
    private final long seed;

    CrossValidation(StandardProblem problem, long seed) {
        this.problem = problem;
        this.seed = seed;
    }

    /** Whether samples are few, yet enough to be parted. */
    static boolean suits(StandardProblem problem) {
        return problem.hasFewSamples() && problem.smallestCount() >= 2 * FOLDS;
    }

    /**
     * Of both directions together, the mean over the parts, for every way to make a map.
     *
     * @param listener may stop it, between parts and within
     * @return empty if it was stopped, or if without some part a side would be one point many times
     */
    Optional<double[]> divergences(List<InstantSolver> solvers, TrainingListener listener) {
        double[] means = new double[solvers.size()];
        for (int part = 0; part < FOLDS; part++) {
            Optional<StandardProblem> fold = listener.shouldStop() ? Optional.empty() : problem.fold(part, FOLDS, seed);
            if (fold.isEmpty()) {
                return Optional.empty();
            }
            Judge judge = new Judge(fold.get());
            for (int i = 0; i < means.length; i++) {
                Optional<InstantAnswer> answer = solvers.get(i).solve(fold.get(), seed, listener);
                if (answer.isEmpty()) {
                    return Optional.empty();
                }
                means[i] += judge.divergence(answer.get().pair()) / FOLDS;
            }
        }
        return Optional.of(means);
    }
}

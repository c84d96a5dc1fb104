package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.instant.InstantAnswer;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.FinalMetrics;
import io.brenier.transport.dual.report.HeldOutScore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map that needs no training, scored like one that does. It takes seconds to a minute: a run that was stopped begins anew, and until it
 * has ended there is the affine map.
 */
public final class InstantTrainer implements Trainer {

    private final InstantSolver solver;

    public InstantTrainer(InstantSolver solver) {
        this.solver = solver;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        StandardProblem standard = StandardProblem.of(problem);
        Optional<InstantAnswer> answer = solver.solve(standard, problem.seed(), listener);
        if (answer.isEmpty()) {
            return TrainingOutcome.Interrupted.beforeAnyStep(listener);
        }
        NetworkPair pair = answer.get().pair();
        Map<String, Double> figures = new LinkedHashMap<>(answer.get().figures());
        HeldOutScore score = new HeldOutScore(standard);
        figures.putAll(FinalMetrics.of(standard, pair, answer.get().exact() ? score.ofExact(pair) : score.of(pair)));
        long steps = problem.solver().steps();
        listener.onProgress(steps, steps);
        return new TrainingOutcome.Completed(
                standard.inUnits(pair),
                answer.get().steps(),
                Map.copyOf(figures),
                answer.get().notes());
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = StandardProblem.of(problem);
        AffinePair affine = standard.gaussian();
        return standard.inUnits(affine.pair());
    }
}

package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.FinalMetrics;
import io.brenier.transport.dual.report.HeldOutScore;
import io.brenier.transport.dual.report.Rival;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The optimal map between Gaussians of the samples' moments, in closed form: nothing to resume, nothing to stop. */
public final class GaussianTrainer implements Trainer {

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        StandardProblem standard = StandardProblem.of(problem);
        NetworkPair pair = pairOf(standard.gaussian());
        HeldOutScore.Score score = new HeldOutScore(standard).ofExact(pair);
        listener.onProgress(1, 1);
        return new TrainingOutcome.Completed(
                standard.inUnits(pair),
                1,
                FinalMetrics.of(standard, pair, score, List.of(Rival.identity(standard))),
                List.of());
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = StandardProblem.of(problem);
        return standard.inUnits(pairOf(standard.gaussian()));
    }

    /** The map between Gaussians of known moments, no samples needed. */
    public static DualPotentials between(Moments source, Moments target) {
        Standardization sourceUnits = Standardization.of(source);
        Standardization targetUnits = Standardization.of(target);
        NetworkPair pair = pairOf(AffinePair.gaussian(source, sourceUnits, target, targetUnits));
        return new StandardizedDualPotentials(sourceUnits, targetUnits, pair.potential(), pair.amortizer());
    }

    private static NetworkPair pairOf(AffinePair affine) {
        return affine.pair();
    }
}

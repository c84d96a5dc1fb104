package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.MixtureSpec;
import io.brenier.transport.dual.ProgressiveSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import java.util.Optional;

/** Makes a map without training. */
public interface InstantSolver {

    /**
     * The map between the problem's training samples.
     *
     * @param seed of the problem, from which every draw follows
     * @param listener hears of progress and of warnings, and may stop the run
     * @return empty if the listener asked for a stop
     */
    Optional<InstantAnswer> solve(StandardProblem problem, long seed, TrainingListener listener);

    /** x ↦ x, in the coordinates of the samples. */
    static InstantSolver identity() {
        return (problem, _, _) -> Optional.of(
                InstantAnswer.closedForm(pair(new Units(problem.sourceUnits(), problem.targetUnits()).identity())));
    }

    /** The optimal map between Gaussians of the samples' moments. */
    static InstantSolver gaussian() {
        return (problem, _, _) -> Optional.of(InstantAnswer.closedForm(pair(problem.gaussian())));
    }

    static InstantSolver entropic(EntropicSpec spec) {
        return new EntropicSolver(spec);
    }

    static InstantSolver progressive(ProgressiveSpec spec) {
        return new ProgressiveSolver(spec);
    }

    static InstantSolver mixture(MixtureSpec spec) {
        return new MixtureSolver(spec);
    }

    private static NetworkPair pair(AffinePair affine) {
        return affine.pair();
    }
}

package io.brenier.transport.dual.report;

import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import java.util.List;

/**
 * An answer that takes no training, for a trained map to be compared with.
 *
 * @param name the end of its figures' names, in snake case
 * @param pair its potential and its way back, standardised
 * @param score on the problem's held-out samples
 */
public record Rival(String name, NetworkPair pair, Score score) {

    /** x ↦ x in the samples' own coordinates: what is there before any map. */
    public static Rival identity(StandardProblem problem) {
        return exact("identity", problem, new Units(problem.sourceUnits(), problem.targetUnits()).identity());
    }

    /** The optimal map between Gaussians of the training samples' moments. */
    public static Rival gaussian(StandardProblem problem) {
        return exact("gaussian", problem, problem.gaussian());
    }

    /** Any other answer, such as an entropic map, its conjugate solved for. */
    public static Rival of(String name, StandardProblem problem, NetworkPair pair) {
        return new Rival(name, pair, new HeldOutScore(problem).of(pair));
    }

    /** All that can be had at once, without more than the samples' moments. */
    public static List<Rival> instant(StandardProblem problem) {
        return List.of(identity(problem), gaussian(problem));
    }

    private static Rival exact(String name, StandardProblem problem, AffinePair affine) {
        NetworkPair pair = affine.pair();
        return new Rival(name, pair, new HeldOutScore(problem).ofExact(pair));
    }
}

package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import io.brenier.transport.dual.report.HeldOutScore;
import java.util.ArrayList;
import java.util.List;

/** The maps that take no training: identity, the Gaussian map, the entropic map. */
final class InstantAnswers {

    /** Beyond them the map costs more and is hardly better: in few dimensions they stand for all points with their weights. */
    private static final int MOST_POINTS = 2_048;

    /** Where a training on many samples is better in any case. */
    private static final int FEW_POINTS = 512;

    private final StandardProblem problem;
    private final Judge judge;
    private final HeldOutScore scores;

    InstantAnswers(StandardProblem problem, Judge judge, HeldOutScore scores) {
        this.problem = problem;
        this.judge = judge;
        this.scores = scores;
    }

    /**
     * @param isShort whether the entropic map is to be had quickly rather than well
     * @param entropicSeconds for the entropic map
     */
    List<Candidate> all(
            long seed, TrainingListener listener, TrainingClock clock, boolean isShort, double entropicSeconds) {
        List<Candidate> answers = new ArrayList<>();
        answers.add(affine("identity", new Units(problem.sourceUnits(), problem.targetUnits()).identity()));
        answers.add(affine("gaussian", problem.gaussian()));
        new EntropicSearch(problem, judge, scores, seed, isShort ? FEW_POINTS : MOST_POINTS)
                .best(listener, clock, entropicSeconds)
                .ifPresent(answers::add);
        return answers;
    }

    private Candidate affine(String name, AffinePair affine) {
        NetworkPair pair = affine.pair();
        return judge.judge(name, pair, scores.ofExact(pair));
    }
}

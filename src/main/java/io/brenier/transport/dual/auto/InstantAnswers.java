package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.auto.EntropicSearch.Found;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import io.brenier.transport.dual.report.HeldOutScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The maps that take no training: identity, the Gaussian map, the entropic map. */
final class InstantAnswers {

    /** Beyond them the map costs more and is hardly better: in few dimensions they stand for all points with their weights. */
    private static final int MOST_POINTS = 2_048;

    /** Where a training on many samples is better in any case. */
    private static final int FEW_POINTS = 512;

    /** Images of an entropic map are drawn together, which suits few points whatever the measure: of few samples it has to be closer by this factor. */
    private static final double CLEARLY_CLOSER = 0.85;

    /**
     * What there is without training.
     *
     * @param all the maps
     * @param best of them
     * @param isCrossValidated whether that is by parts of the samples held out in turn, not by the held-out ones of the figures
     */
    record Answers(List<Candidate> all, Candidate best, boolean isCrossValidated) {}

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
     * @param entropicSeconds for the entropic map, and as much again to compare it by parts where samples are few
     */
    Answers all(long seed, TrainingListener listener, TrainingClock clock, boolean isShort, double entropicSeconds) {
        List<Candidate> all = new ArrayList<>();
        all.add(affine("identity", new Units(problem.sourceUnits(), problem.targetUnits()).identity()));
        all.add(affine("gaussian", problem.gaussian()));
        Optional<Found> entropic = new EntropicSearch(problem, judge, scores, seed, isShort ? FEW_POINTS : MOST_POINTS)
                .best(listener, clock, entropicSeconds);
        entropic.map(Found::candidate).ifPresent(all::add);
        Candidate heldOutBest = judge.comparison().best(all);
        if (!CrossValidation.suits(problem)) {
            return new Answers(all, heldOutBest, false);
        }
        List<InstantSolver> solvers = new ArrayList<>(List.of(InstantSolver.identity(), InstantSolver.gaussian()));
        entropic.ifPresent(found -> solvers.add(InstantSolver.entropic(found.spec())));
        return new CrossValidation(problem, seed)
                .divergences(solvers, new Deadline(listener, clock, clock.seconds() + entropicSeconds))
                .map(divergences -> new Answers(all, all.get(best(divergences)), true))
                .orElse(new Answers(all, heldOutBest, false));
    }

    /** Which of identity, the Gaussian and, where there is one, the entropic map. */
    private static int best(double[] divergences) {
        int affine = divergences[1] <= divergences[0] ? 1 : 0;
        return divergences.length > 2 && divergences[2] < CLEARLY_CLOSER * divergences[affine] ? 2 : affine;
    }

    private Candidate affine(String name, AffinePair affine) {
        NetworkPair pair = affine.pair();
        return judge.judge(name, pair, scores.ofExact(pair));
    }
}

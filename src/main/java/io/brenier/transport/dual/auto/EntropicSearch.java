package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.instant.InstantAnswer;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore;
import io.brenier.transport.network.PotentialStart;
import java.util.Optional;

/**
 * The entropic map of the ε that is best on held-out samples. ε trades bias against variance, and what is best differs by a factor of
 * hundreds between few points of many dimensions and many of two; the search goes down while it helps and time is left.
 */
final class EntropicSearch {

    private static final double[] EPSILONS = {0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 5e-4, 2e-4};

    private static final double TOLERANCE = 2e-3;
    private static final int MOST_ITERATIONS = 1_000;

    /**
     * What was found.
     *
     * @param candidate the map
     * @param spec that makes it
     */
    record Found(Candidate candidate, EntropicSpec spec) {}

    private final StandardProblem problem;
    private final Judge judge;
    private final HeldOutScore scores;
    private final long seed;
    private final int mostPoints;

    EntropicSearch(StandardProblem problem, Judge judge, HeldOutScore scores, long seed, int mostPoints) {
        this.problem = problem;
        this.judge = judge;
        this.scores = scores;
        this.seed = seed;
        this.mostPoints = mostPoints;
    }

    /** @param seconds after which nothing further is tried; the plan that is being solved then is given up */
    Optional<Found> best(TrainingListener listener, TrainingClock clock, double seconds) {
        TrainingListener deadline = new Deadline(listener, clock, clock.seconds() + seconds);
        double debias = isPlanar() ? 0 : EntropicSpec.USUAL_DEBIAS;
        Found best = null;
        for (double epsilon : EPSILONS) {
            Optional<Found> tried = tryOut(spec(epsilon, debias), deadline);
            if (tried.isEmpty() || (best != null && !isCloser(tried.get(), best))) {
                break;
            }
            best = tried.get();
        }
        if (best == null) {
            return Optional.empty();
        }
        Found usual = best;
        Found found = tryOut(spec(usual.spec().sinkhorn().epsilon(), EntropicSpec.USUAL_DEBIAS - debias), deadline)
                .filter(other -> isCloser(other, usual))
                .orElse(usual);
        Candidate candidate = found.candidate();
        // The guesses' dual, good enough for the search, is a lower bound: it would flatter the map in the figures.
        return Optional.of(new Found(candidate.scored(scores.of(candidate.pair())), found.spec()));
    }

    /** Not a smaller ε for images that are drawn together below the floor. */
    private boolean isCloser(Found one, Found other) {
        Comparison comparison = judge.comparison();
        return comparison.divergence(one.candidate()) < comparison.divergence(other.candidate());
    }

    /** In few dimensions the best ε is small, and there is little blur to take off. */
    private boolean isPlanar() {
        return problem.dimension() <= 3;
    }

    private EntropicSpec spec(double epsilon, double debias) {
        SinkhornSpec sinkhorn = new SinkhornSpec(epsilon, mostPoints, TOLERANCE, MOST_ITERATIONS);
        return new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, debias, null);
    }

    private Optional<Found> tryOut(EntropicSpec spec, TrainingListener deadline) {
        Optional<InstantAnswer> answer = InstantSolver.entropic(spec).solve(problem, seed, deadline);
        return answer.map(
                found -> new Found(judge.judge("entropic", found.pair(), scores.ofExact(found.pair())), spec));
    }
}

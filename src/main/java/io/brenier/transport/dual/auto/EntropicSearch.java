package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.instant.InstantAnswer;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.problem.NetworkPair;
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
    Optional<Candidate> best(TrainingListener listener, TrainingClock clock, double seconds) {
        TrainingListener deadline = new Deadline(listener, clock, clock.seconds() + seconds);
        double debias = isPlanar() ? 0 : EntropicSpec.USUAL_DEBIAS;
        Candidate best = null;
        double bestEpsilon = 0;
        for (double epsilon : EPSILONS) {
            Optional<Candidate> tried = tryOut(epsilon, debias, deadline);
            if (tried.isEmpty() || (best != null && !isCloser(tried.get(), best))) {
                break;
            }
            best = tried.get();
            bestEpsilon = epsilon;
        }
        if (best == null) {
            return Optional.empty();
        }
        Candidate found = best;
        Optional<Candidate> otherwise = tryOut(bestEpsilon, EntropicSpec.USUAL_DEBIAS - debias, deadline)
                .filter(other -> isCloser(other, found));
        NetworkPair pair = otherwise.orElse(found).pair();
        // The guesses' dual, good enough for the search, is a lower bound: it would flatter the map in the figures.
        return Optional.of(judge.judge(found.name(), pair, scores.of(pair)));
    }

    /** Not a smaller ε for images that are drawn together below the floor. */
    private boolean isCloser(Candidate one, Candidate other) {
        Comparison comparison = judge.comparison();
        return comparison.divergence(one) < comparison.divergence(other);
    }

    /** In few dimensions the best ε is small, and there is little blur to take off. */
    private boolean isPlanar() {
        return problem.dimension() <= 3;
    }

    private Optional<Candidate> tryOut(double epsilon, double debias, TrainingListener deadline) {
        SinkhornSpec sinkhorn = new SinkhornSpec(epsilon, mostPoints, TOLERANCE, MOST_ITERATIONS);
        EntropicSpec spec = new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, debias, null);
        Optional<InstantAnswer> answer = InstantSolver.entropic(spec).solve(problem, seed, deadline);
        return answer.map(found -> judge.judge("entropic", found.pair(), scores.ofExact(found.pair())));
    }

    /** Stops at a time, and wherever the listener stops. */
    private record Deadline(TrainingListener listener, TrainingClock clock, double end) implements TrainingListener {

        @Override
        public boolean shouldStop() {
            return clock.seconds() > end || listener.shouldStop();
        }
    }
}

package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.instant.InstantAnswer;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore;
import java.util.Optional;

/**
 * The entropic map of the ε that is best on held-out samples. ε trades bias against variance, and what is best differs by a factor of
 * hundreds between few points of many dimensions and many of two; the search goes down while it helps and time is left.
 */
final class EntropicSearch {

    private static final double[] EPSILONS = {0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};

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

    /** @param seconds after which no further ε is tried; the plan that is being solved then is given up */
    Optional<Candidate> best(TrainingListener listener, TrainingClock clock, double seconds) {
        TrainingListener deadline = new Deadline(listener, clock, clock.seconds() + seconds);
        Candidate best = null;
        for (double epsilon : EPSILONS) {
            Optional<Candidate> tried = tryOut(epsilon, deadline);
            if (tried.isEmpty() || (best != null && tried.get().divergence() > best.divergence())) {
                break;
            }
            best = tried.get();
        }
        // The guesses' dual, good enough for the search, is a lower bound: it would flatter the map in the figures.
        return Optional.ofNullable(best).map(found -> judge.judge(found.name(), found.pair(), scores.of(found.pair())));
    }

    private Optional<Candidate> tryOut(double epsilon, TrainingListener deadline) {
        EntropicSpec spec = EntropicSpec.of(new SinkhornSpec(epsilon, mostPoints, TOLERANCE, MOST_ITERATIONS));
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

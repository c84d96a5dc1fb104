package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.tensor.Points;
import java.util.List;

/**
 * Says which of several maps is best on held-out samples. The Sinkhorn divergence of both directions decides, since it is there for every
 * map and blows up with none; a trained map must beat each instant answer by it, and the Gaussian map by the exact dual as well.
 */
final class Judge {

    private static final int MOST_POINTS = 500;
    private static final double EPSILON_PER_DIMENSION = 0.05;

    /** Differences of so much of the smaller figure are noise of the held-out draw. */
    private static final double TIE = 0.01;

    private final Points source;
    private final Points target;
    private final SinkhornSettings settings;

    Judge(StandardProblem problem) {
        source = some(problem.heldOutSource());
        target = some(problem.heldOutTarget());
        settings = SinkhornSettings.of(EPSILON_PER_DIMENSION * problem.dimension());
    }

    Candidate judge(String name, NetworkPair pair, Score score) {
        return new Candidate(
                name,
                pair,
                score,
                divergence(pair.potential().gradients(source), target),
                divergence(pair.amortizer().apply(target), source));
    }

    /** The one with the least divergence; the first of equals. */
    static Candidate best(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        for (Candidate candidate : candidates) {
            if (candidate.divergence() < best.divergence()) {
                best = candidate;
            }
        }
        return best;
    }

    /** Whether a trained map is at least as good as an instant answer. */
    static boolean isNotWorse(Candidate trained, Candidate instant) {
        double allowed = 1 + TIE;
        return trained.divergence() <= allowed * instant.divergence()
                && trained.forward() <= allowed * Math.max(instant.forward(), 0) + TIE * instant.divergence();
    }

    private double divergence(Points pushed, Points known) {
        SinkhornDivergence.Result result = SinkhornDivergence.between(pushed, known, settings);
        return Double.isNaN(result.value()) ? Double.POSITIVE_INFINITY : result.value();
    }

    /** A draw, not the first rows: sets are often ordered. */
    private static Points some(Points points) {
        return points.rows() <= MOST_POINTS
                ? points
                : HeldOutSplit.of(points, MOST_POINTS, 0).heldOut();
    }
}

package io.brenier.transport.dual.report;

import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.metric.interval.Bootstrap;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Map;

/**
 * The figures of a finished map on held-out samples, beside those of answers that take no training. What each name means, in which units, and what
 * is good: docs/metrics.md. Figures that are not finite, and divergences that did not converge, are left out. The same points give the
 * same figures.
 */
public final class FinalMetrics {

    /** Of all that is drawn: the figures depend on the samples alone. */
    private static final long SEED = 0;

    private FinalMetrics() {}

    /** Against all that can be had at once. */
    public static Map<String, Double> of(StandardProblem problem, NetworkPair pair, Score score) {
        return of(problem, pair, score, Rival.instant(problem));
    }

    /**
     * Against the given rivals, whose figures end in their names.
     *
     * @param problem with the held-out samples, and the training samples for the floor
     * @param pair the map, standardised
     * @param score the pair's on these held-out samples
     * @param rivals what the map is compared with
     */
    public static Map<String, Double> of(StandardProblem problem, NetworkPair pair, Score score, List<Rival> rivals) {
        Points x = problem.heldOutSource();
        Points forward = pair.potential().gradients(x);
        Bootstrap bootstrap = Bootstrap.usual(SEED);
        Figures figures = new Figures();
        new DualFigures(problem, bootstrap).addTo(figures, score, forward, rivals);
        figures.put("unconverged_rows", score.unconvergedRows());
        new ConsistencyFigures(problem, pair, bootstrap).addTo(figures, forward);
        figures.put("sinkhorn_epsilon", DistanceFigures.epsilon(problem));
        addDistances(figures, problem, forward, score, rivals);
        return figures.asMap();
    }

    private static void addDistances(
            Figures figures, StandardProblem problem, Points forward, Score score, List<Rival> rivals) {
        DistanceFigures toTarget = new DistanceFigures("_forward", problem.heldOutTarget(), SEED);
        DistanceFigures toSource = new DistanceFigures("_inverse", problem.heldOutSource(), SEED);
        toTarget.addTo(figures, forward, "");
        toSource.addTo(figures, score.argmins(), "");
        for (Rival rival : rivals) {
            toTarget.addTo(figures, rival.pair().potential().gradients(problem.heldOutSource()), "_" + rival.name());
            toSource.addTo(figures, rival.score().argmins(), "_" + rival.name());
        }
        toTarget.addFloorTo(figures, problem.target());
        toSource.addFloorTo(figures, problem.source());
    }
}

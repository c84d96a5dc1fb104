package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.auto.Comparison.Amount;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.measure.BalancedDraw;
import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.tensor.Points;

/**
 * Takes a map's figures on held-out samples, by which maps are compared: the Sinkhorn divergence of both directions, since it is there for every
 * map and blows up with none, and the exact dual.
 */
final class Judge {

    private static final int MOST_POINTS = 500;
    private static final double EPSILON_PER_DIMENSION = 0.05;

    /** Few points of many dimensions are far apart: with a small ε a map whose images are drawn together looks better than the true one. */
    private static final double EPSILON_OF_FEW_POINTS = 0.5;

    /** So much of what two draws of one measure differ by is noise, where the draws are large enough to say, and clusters are told apart. */
    private static final double NOISE_PART = 0.25;

    private static final int ENOUGH_POINTS = 300;

    /** The same part where they are not: the floor itself is then taken off already. */
    private static final double FEW_POINTS_NOISE_PART = 0.1;

    /** The floor of fewer points is the mean over so many draws. */
    private static final int FEW_POINTS_DRAWS = 5;

    /** In so many dimensions the masses of clusters can be told by counting, */
    private static final int FEW_DIMENSIONS = 3;

    /** where there are so many times more training points than held-out ones; */
    private static final int MUCH_MORE = 4;

    /** so many of them suffice. */
    private static final int MOST_COUNTED = 1 << 16;

    private final Points source;
    private final Points target;
    private final SinkhornSettings settings;
    private final Comparison comparison;

    Judge(StandardProblem problem) {
        source = some(problem.heldOutSource(), problem.source());
        target = some(problem.heldOutTarget(), problem.target());
        boolean isSparse = hasFewPoints() && problem.dimension() > FEW_DIMENSIONS;
        settings =
                SinkhornSettings.of((isSparse ? EPSILON_OF_FEW_POINTS : EPSILON_PER_DIMENSION) * problem.dimension());
        comparison = comparison(floor(problem.target(), target), floor(problem.source(), source), Amount.of(problem));
    }

    /** How figures from here are compared. */
    Comparison comparison() {
        return comparison;
    }

    /** Few points do not tell maps apart that are as close as two draws of one measure are; many do, up to some noise. */
    private Comparison comparison(double forwardFloor, double inverseFloor, Amount samples) {
        return hasFewPoints()
                ? new Comparison(
                        forwardFloor, inverseFloor, FEW_POINTS_NOISE_PART * (forwardFloor + inverseFloor), samples)
                : new Comparison(0, 0, NOISE_PART * (forwardFloor + inverseFloor), samples);
    }

    private boolean hasFewPoints() {
        return Math.min(source.rows(), target.rows()) < ENOUGH_POINTS;
    }

    Candidate judge(String name, NetworkPair pair, Score score) {
        return new Candidate(name, pair, score, forward(pair), inverse(pair));
    }

    /** Of both directions together, as {@link Comparison#divergence} has it. */
    double divergence(NetworkPair pair) {
        return comparison.divergence(forward(pair), inverse(pair));
    }

    private double forward(NetworkPair pair) {
        return divergence(pair.potential().gradients(source), target);
    }

    private double inverse(NetworkPair pair) {
        return divergence(pair.amortizer().apply(target), source);
    }

    private double divergence(Points pushed, Points known) {
        SinkhornDivergence.Result result = SinkhornDivergence.between(pushed, known, settings);
        return Double.isNaN(result.value()) ? Double.POSITIVE_INFINITY : result.value();
    }

    /** Between known samples and as many training samples of the same side, over a few draws; 0 where there are not so many. */
    private double floor(Points training, Points known) {
        if (training.rows() < known.rows()) {
            return 0;
        }
        int draws = known.rows() < ENOUGH_POINTS ? FEW_POINTS_DRAWS : 1;
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            Points part = drawn(training, 2 * known.rows(), draw);
            sum += Math.max(divergence(some(part, training, known.rows()), known), 0);
        }
        return sum / draws;
    }

    private static Points some(Points heldOut, Points training) {
        return some(heldOut, training, MOST_POINTS);
    }

    /** A draw, not the first rows: sets are often ordered. In few dimensions its clusters weigh what they weigh in training. */
    private static Points some(Points points, Points training, int most) {
        boolean isClustered = points.dimension() <= FEW_DIMENSIONS
                && points.rows() >= ENOUGH_POINTS
                && training.rows() >= MUCH_MORE * points.rows();
        return isClustered
                ? BalancedDraw.of(
                        drawn(points, points.rows()), drawn(training, MOST_COUNTED), Math.min(most, points.rows() / 2))
                : drawn(points, most);
    }

    private static Points drawn(Points points, int most) {
        return drawn(points, most, 0);
    }

    private static Points drawn(Points points, int most, long seed) {
        return points.rows() <= most
                ? points
                : HeldOutSplit.of(points, most, seed).heldOut();
    }
}

package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.measure.BalancedDraw;
import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.metric.interval.Bootstrap;
import io.brenier.transport.metric.interval.Interval;
import io.brenier.transport.tensor.Points;
import java.util.List;

/**
 * Says which of several maps is best on held-out samples. The Sinkhorn divergence of both directions decides, since it is there for every
 * map and blows up with none; where it is about equal, the exact dual does.
 */
final class Judge {

    private static final int MOST_POINTS = 500;
    private static final double EPSILON_PER_DIMENSION = 0.05;

    /** Divergences that differ by this part are equal. */
    private static final double EQUAL = 0.02;

    /** Divergences that differ by this part may be the draw's. */
    private static final double ABOUT_EQUAL = 0.05;

    /** So much of what two draws of one measure differ by is noise, where the draws are large enough to say, and clusters are told apart. */
    private static final double NOISE_PART = 0.25;

    private static final int ENOUGH_POINTS = 300;

    /** In so many dimensions the masses of clusters can be told by counting, */
    private static final int FEW_DIMENSIONS = 3;

    /** where there are so many times more training points than held-out ones; */
    private static final int MUCH_MORE = 4;

    /** so many of them suffice. */
    private static final int MOST_COUNTED = 1 << 16;

    private final Points source;
    private final Points target;
    private final SinkhornSettings settings;
    private final double noise;

    Judge(StandardProblem problem) {
        source = some(problem.heldOutSource(), problem.source());
        target = some(problem.heldOutTarget(), problem.target());
        settings = SinkhornSettings.of(EPSILON_PER_DIMENSION * problem.dimension());
        noise = NOISE_PART * (floor(problem.source(), source) + floor(problem.target(), target));
    }

    /** How far divergences of both directions may differ by the draw alone. */
    double noise() {
        return noise;
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

    /**
     * Whether a trained map is at least as good as an instant answer: by the divergences; where they are equal up to the noise, by the exact
     * dual; where they are about equal, by a dual that is lower beyond what the draw of held-out samples explains. In many dimensions, and
     * between two good maps, divergences are mostly noise, and the dual is not.
     */
    static boolean isNotWorse(Candidate trained, Candidate instant, double noise) {
        return isWithin(0, trained, instant)
                || (isWithin(EQUAL * instant.divergence() + noise, trained, instant)
                        && trained.score().dual() < instant.score().dual())
                || (isWithin(ABOUT_EQUAL * instant.divergence() + 2 * noise, trained, instant)
                        && gain(trained.score(), instant.score()).low() > 0);
    }

    /** Whether both directions together, and the forward one by itself, are worse by at most so much. */
    private static boolean isWithin(double slack, Candidate trained, Candidate instant) {
        return trained.divergence() <= instant.divergence() + slack && trained.forward() <= instant.forward() + slack;
    }

    /** The instant answer's dual less the trained one's, on the same rows. */
    private static Interval gain(Score trained, Score instant) {
        return Bootstrap.usual(0)
                .ofSumOfMeans(
                        difference(instant.potentials(), trained.potentials()),
                        difference(instant.conjugates(), trained.conjugates()));
    }

    private static double[] difference(float[] a, float[] b) {
        double[] rows = new double[a.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (double) a[i] - b[i];
        }
        return rows;
    }

    private double divergence(Points pushed, Points known) {
        SinkhornDivergence.Result result = SinkhornDivergence.between(pushed, known, settings);
        return Double.isNaN(result.value()) ? Double.POSITIVE_INFINITY : result.value();
    }

    /** Between known samples and as many training samples of the same side. */
    private double floor(Points training, Points known) {
        return known.rows() < ENOUGH_POINTS || training.rows() < known.rows()
                ? 0
                : Math.max(divergence(some(drawn(training, 2 * known.rows()), training, known.rows()), known), 0);
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
        return points.rows() <= most ? points : HeldOutSplit.of(points, most, 0).heldOut();
    }
}

package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import io.brenier.transport.dual.trainer.HeldOutScore.Score;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.metric.CycleError;
import io.brenier.transport.metric.FeasibilityError;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.tensor.Points;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of a finished map on held-out samples: validation_dual, w2_squared, cycle_error and feasibility_error in the units of the
 * samples; sinkhorn_divergence_forward and _inverse in standardised coordinates, where the variances are 1 on average, with ε = .05;
 * unconverged_rows of the conjugates solved for the score. Figures that are not finite, and divergences
 * that did not converge, are left out.
 */
final class FinalMetrics {

    private static final double EPSILON = 0.05;
    private static final int MOST_POINTS = 1_000;
    private static final SinkhornSettings SETTINGS = new SinkhornSettings(EPSILON, 1e-3, 2_000);

    private FinalMetrics() {}

    static Map<String, Double> of(StandardProblem problem, NetworkPair pair, Score score) {
        Points x = problem.heldOutSource();
        Points y = problem.heldOutTarget();
        Units units = new Units(problem.sourceUnits(), problem.targetUnits());
        Points forward = pair.potential().gradients(x);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("validation_dual", units.dual(x, y, score.dual()));
        figures.put("w2_squared", units.w2Squared(x, y, score.dual()));
        figures.put("sinkhorn_divergence_forward", divergence(forward, y));
        figures.put("sinkhorn_divergence_inverse", divergence(score.argmins(), x));
        figures.put(
                "cycle_error",
                problem.sourceUnits().scale()
                        * CycleError.meanDistance(x, pair.amortizer().apply(forward)));
        figures.put("feasibility_error", feasibilityError(problem, pair));
        figures.put("unconverged_rows", (double) score.unconvergedRows());
        figures.values().removeIf(figure -> !Double.isFinite(figure));
        return Map.copyOf(figures);
    }

    /** NaN where the iterations did not suffice: such a value is too small, and would flatter the map. */
    private static double divergence(Points pushed, Points known) {
        SinkhornDivergence.Result result = SinkhornDivergence.between(first(pushed), first(known), SETTINGS);
        return result.converged() ? result.value() : Double.NaN;
    }

    /** Of f and of ⟨x₀, y⟩ − f(x₀) at the amortizer's guesses, what a client gets without refinement. */
    private static double feasibilityError(StandardProblem problem, NetworkPair pair) {
        Points x = problem.heldOutSource();
        Points y = problem.heldOutTarget();
        StandardizedDualPotentials standard = new StandardizedDualPotentials(
                Standardization.identity(problem.dimension()),
                Standardization.identity(problem.dimension()),
                pair.potential(),
                pair.amortizer());
        double scale =
                (double) problem.sourceUnits().scale() * problem.targetUnits().scale();
        return scale
                * FeasibilityError.meanViolation(
                        x, standard.potential(x, Direction.FORWARD), y, standard.potential(y, Direction.INVERSE));
    }

    private static Points first(Points points) {
        return points.rows() <= MOST_POINTS ? points : points.slice(0, MOST_POINTS);
    }
}

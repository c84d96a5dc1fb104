package io.brenier.transport.dual.report;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.metric.ConvexityViolation;
import io.brenier.transport.metric.CycleError;
import io.brenier.transport.metric.FeasibilityError;
import io.brenier.transport.metric.MongeGap;
import io.brenier.transport.metric.interval.Bootstrap;
import io.brenier.transport.metric.interval.Interval;
import io.brenier.transport.tensor.Points;

/** Whether a potential and its amortizer are what they should be: convex, conjugates and inverses of each other; in the units of the samples. */
final class ConsistencyFigures {

    private static final int SEGMENTS = 2_000;
    private static final int MOST_MATCHED = 500;

    private final StandardProblem problem;
    private final NetworkPair pair;
    private final Bootstrap bootstrap;
    private final double dualScale;

    ConsistencyFigures(StandardProblem problem, NetworkPair pair, Bootstrap bootstrap) {
        this.problem = problem;
        this.pair = pair;
        this.bootstrap = bootstrap;
        this.dualScale = new HeldOutRows(problem).dualScale();
    }

    /** @param forward T′(x′) of all held-out x */
    void addTo(Figures figures, Points forward) {
        Points x = problem.heldOutSource();
        Points y = problem.heldOutTarget();
        double[] source = CycleError.distances(x, pair.amortizer().apply(forward));
        double[] target = CycleError.distances(
                y, pair.potential().gradients(pair.amortizer().apply(y)));
        addCycle(figures, "cycle_error_source", source, problem.sourceUnits());
        addCycle(figures, "cycle_error_target", target, problem.targetUnits());
        figures.put("cycle_error", problem.sourceUnits().scale() * HeldOutRows.mean(source));
        addFeasibility(figures, x, y);
        addMongeGaps(figures, forward);
        if (x.rows() > 1) {
            ConvexityViolation.Result convexity =
                    ConvexityViolation.onSegments(pair.potential(), x, SEGMENTS, bootstrap.seed());
            figures.put("convexity_violation_rate", convexity.rate());
            figures.put("convexity_violation_size", dualScale * convexity.size());
        }
    }

    /** Standardised, times s_s s_t: E|x − T(x)|² − W2² = 2 (max E⟨x, y⟩ − E⟨x, T(x)⟩), to which shifts add nothing and scales their product. */
    private void addMongeGaps(Figures figures, Points forward) {
        Points x = Draw.atMost(problem.heldOutSource(), MOST_MATCHED, bootstrap.seed());
        Points y = Draw.atMost(problem.heldOutTarget(), MOST_MATCHED, bootstrap.seed());
        Points pushed = Draw.atMost(forward, MOST_MATCHED, bootstrap.seed());
        figures.put("monge_gap", dualScale * MongeGap.of(x, pushed));
        figures.put(
                "monge_gap_inverse", dualScale * MongeGap.of(y, pair.amortizer().apply(y)));
    }

    private void addCycle(Figures figures, String name, double[] distances, Standardization units) {
        figures.put(
                name,
                units.scale() * HeldOutRows.mean(distances),
                bootstrap.ofMean(distances).times(units.scale()));
    }

    /** Of f and of ⟨x₀, y⟩ − f(x₀) at the amortizer's guesses, what a client gets without refinement. */
    private void addFeasibility(Figures figures, Points x, Points y) {
        StandardizedDualPotentials standard = new StandardizedDualPotentials(
                Standardization.identity(problem.dimension()),
                Standardization.identity(problem.dimension()),
                pair.potential(),
                pair.amortizer());
        FeasibilityError.Violations violations = FeasibilityError.violations(
                x, standard.potential(x, Direction.FORWARD), y, standard.potential(y, Direction.INVERSE));
        // The mean over pairs is, but for second order, the sum of the rows' and the columns' deviations from it.
        Interval interval = bootstrap
                .ofSumOfMeans(violations.ofSource(), violations.ofTarget())
                .plus(-violations.mean())
                .times(dualScale);
        figures.put("feasibility_error", dualScale * violations.mean(), interval.atLeast(0));
    }
}

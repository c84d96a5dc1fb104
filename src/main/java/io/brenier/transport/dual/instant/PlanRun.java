package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.entropic.Sinkhorn;
import io.brenier.transport.entropic.SinkhornRule;
import io.brenier.transport.entropic.Weighted;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Solves for entropic plans, and keeps the books over all of them. Serves one run. */
final class PlanRun {

    private final SinkhornSpec spec;
    private final Progress progress;
    private double worstError;
    private long iterations;

    PlanRun(SinkhornSpec spec, Progress progress) {
        this.spec = spec;
        this.progress = progress;
    }

    /**
     * The potentials of a plan; where the run was stopped, of one that is not finished.
     *
     * @param forward of the source's side, ∇f goes from x to y
     * @param inverse of the target's side
     */
    record Plan(EntropicPotential forward, EntropicPotential inverse) {}

    Plan solve(Points x, Points y, double epsilon) {
        return solve(Weighted.uniform(x), Weighted.uniform(y), epsilon);
    }

    /** @param epsilon of the cost ½|x − y|² */
    Plan solve(Weighted x, Weighted y, double epsilon) {
        Sinkhorn.Result result = counted(() -> Sinkhorn.blocked(x, y, rule(epsilon), progress::stopsHere));
        return new Plan(
                EntropicPotential.ofPlan(x.points(), y, result.g(), epsilon),
                EntropicPotential.ofPlan(y.points(), x, result.f(), epsilon));
    }

    /** The potential of the plan from a set to itself. */
    EntropicPotential toItself(Points x, double epsilon) {
        Sinkhorn.Result result = counted(() -> Sinkhorn.blockedToItself(x, rule(epsilon), progress::stopsHere));
        return EntropicPotential.ofPlan(x, x, result.f(), epsilon);
    }

    private SinkhornRule rule(double epsilon) {
        return new SinkhornRule(epsilon, spec.tolerance(), spec.maxIterations());
    }

    private Sinkhorn.Result counted(Supplier<Sinkhorn.Result> solve) {
        long before = progress.made();
        Sinkhorn.Result result = solve.get();
        iterations += progress.made() - before;
        worstError = Math.max(worstError, result.marginalError());
        return result;
    }

    Map<String, Double> figures() {
        return Map.of("sinkhorn_iterations", (double) iterations, "marginal_error", worstError);
    }

    List<String> notes(int sourceRows, int targetRows) {
        List<String> notes = new ArrayList<>();
        if (sourceRows > spec.maxPoints() || targetRows > spec.maxPoints()) {
            notes.add(
                    "The plan was solved between at most %d points a side that stand for the %d source and %d target points (max_points)."
                            .formatted(spec.maxPoints(), sourceRows, targetRows));
        }
        if (!(worstError < spec.tolerance())) {
            notes.add(
                    "Sinkhorn's algorithm did not converge: after %d iterations the marginals are off by %.2g, allowed is %s. Raise epsilon or max_iterations."
                            .formatted(iterations, worstError, spec.tolerance()));
        }
        return notes;
    }
}

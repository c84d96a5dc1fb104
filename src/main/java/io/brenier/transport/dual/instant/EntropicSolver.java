package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.entropic.CostSpread;
import io.brenier.transport.entropic.Weighted;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.entropic.DebiasedPotential;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Optional;

/** The entropic map each way: the potentials of one plan, extended to all of space (Pooladian and Niles-Weed 2021). */
record EntropicSolver(EntropicSpec spec) implements InstantSolver {

    @Override
    public Optional<InstantAnswer> solve(StandardProblem problem, long seed, TrainingListener listener) {
        int most = spec.sinkhorn().maxPoints();
        boolean affineFirst = spec.start() == PotentialStart.GAUSSIAN;
        Weighted drawn = support(problem.source(), most, RandomStream.SOURCE_SUPPORT, seed);
        Weighted x =
                affineFirst ? new Weighted(problem.gaussian().forward().apply(drawn.points()), drawn.weights()) : drawn;
        Weighted y = support(problem.target(), most, RandomStream.TARGET_SUPPORT, seed);
        Progress progress = new Progress(listener, spec.steps());
        PlanRun run = new PlanRun(spec.sinkhorn(), progress);
        double epsilon = spec.sinkhorn().epsilon() * CostSpread.of(x.points(), y.points());
        PlanRun.Plan plan = run.solve(x, y, epsilon);
        Potential f = debiased(plan.forward(), x.points(), run, epsilon);
        Potential g = debiased(plan.inverse(), y.points(), run, epsilon);
        if (progress.stopped()) {
            return Optional.empty();
        }
        List<String> notes = run.notes(problem.source().rows(), problem.target().rows());
        PotentialGradient inverse = new PotentialGradient(g);
        DistillationSpec distillation = spec.distillation();
        if (distillation == null) {
            NetworkPair pair = new NetworkPair(f, inverse);
            return Optional.of(new InstantAnswer(pair, progress.made(), false, run.figures(), notes));
        }
        MapPair maps = new MapPair(new PotentialGradient(f), inverse);
        return new Distillation(distillation, problem, seed, progress)
                .answer(affineFirst ? maps.after(problem.gaussian()) : maps, run.figures(), notes);
    }

    /** A plan from a set to itself, as debiasing takes, is between points of equal weights. */
    private Weighted support(Points points, int most, RandomStream stream, long seed) {
        return spec.debias() == 0
                ? Support.weighted(points, most, stream, seed)
                : Weighted.uniform(Support.of(points, most, stream, seed));
    }

    private Potential debiased(EntropicPotential potential, Points from, PlanRun run, double epsilon) {
        return spec.debias() == 0
                ? potential
                : new DebiasedPotential(potential, run.toItself(from, epsilon), (float) spec.debias());
    }
}

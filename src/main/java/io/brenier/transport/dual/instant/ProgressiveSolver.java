package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.ProgressiveSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.entropic.CostSpread;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Progressive entropic transport, once each way (Kassraie et al. 2024). */
record ProgressiveSolver(ProgressiveSpec spec) implements InstantSolver {

    @Override
    public Optional<InstantAnswer> solve(StandardProblem problem, long seed, TrainingListener listener) {
        int most = spec.sinkhorn().maxPoints();
        Points x = Support.of(problem.source(), most, RandomStream.SOURCE_SUPPORT, seed);
        Points y = Support.of(problem.target(), most, RandomStream.TARGET_SUPPORT, seed);
        Progress progress = new Progress(listener, spec.steps());
        PlanRun run = new PlanRun(spec.sinkhorn(), progress);
        Walk forward = walk(x, y, run, progress);
        Walk inverse = walk(y, x, run, progress);
        if (progress.stopped()) {
            return Optional.empty();
        }
        return new Distillation(spec.distillation(), problem, seed, progress)
                .answer(
                        new MapPair(forward, inverse),
                        run.figures(),
                        run.notes(problem.source().rows(), problem.target().rows()));
    }

    private Walk walk(Points from, Points to, PlanRun run, Progress progress) {
        List<Stage> stages = new ArrayList<>();
        Points at = from;
        for (int k = 1; k <= spec.stages() && !progress.stopped(); k++) {
            PlanRun.Plan plan = run.solve(at, to, epsilon(k) * CostSpread.of(at, to));
            Stage stage = new Stage(plan.forward(), 1f / (spec.stages() - k + 1));
            at = stage.apply(at);
            stages.add(stage);
        }
        return new Walk(from.dimension(), List.copyOf(stages));
    }

    /** Of stage k: from the first to the last geometrically. */
    private double epsilon(int k) {
        double share = (k - 1.0) / (spec.stages() - 1);
        return spec.firstEpsilon() * Math.pow(spec.sinkhorn().epsilon() / spec.firstEpsilon(), share);
    }

    /** x ↦ x + a (∇f(x) − x): part of the way. */
    private record Stage(EntropicPotential potential, float share) {

        Points apply(Points x) {
            float[] moved = potential.gradients(x).values();
            float[] from = x.values();
            for (int i = 0; i < moved.length; i++) {
                moved[i] = from[i] + share * (moved[i] - from[i]);
            }
            return Points.of(moved, x.rows(), x.dimension());
        }
    }

    private record Walk(int dimension, List<Stage> stages) implements TransportMap {

        @Override
        public Points apply(Points x) {
            Points at = x;
            for (Stage stage : stages) {
                at = stage.apply(at);
            }
            return at;
        }
    }
}

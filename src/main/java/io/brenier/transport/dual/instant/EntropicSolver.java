package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.entropic.CostSpread;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.Points;
import java.util.Optional;

/** The entropic map each way: the potentials of one plan, extended to all of space (Pooladian and Niles-Weed 2021). */
record EntropicSolver(EntropicSpec spec) implements InstantSolver {

    @Override
    public Optional<InstantAnswer> solve(StandardProblem problem, long seed, TrainingListener listener) {
        int most = spec.sinkhorn().maxPoints();
        Points x = Support.of(problem.source(), most, RandomStream.SOURCE_SUPPORT, seed);
        Points y = Support.of(problem.target(), most, RandomStream.TARGET_SUPPORT, seed);
        double epsilon = spec.sinkhorn().epsilon() * CostSpread.of(x, y);
        PlanRun run = new PlanRun(spec.sinkhorn(), listener, spec.steps());
        return run.solve(x, y, epsilon)
                .map(plan -> new InstantAnswer(
                        new NetworkPair(
                                EntropicPotential.ofPlan(x, y, plan.g(), epsilon),
                                new PotentialGradient(EntropicPotential.ofPlan(y, x, plan.f(), epsilon))),
                        run.iterations(),
                        false,
                        run.figures(),
                        run.notes(problem.source().rows(), problem.target().rows())));
    }
}

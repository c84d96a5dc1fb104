package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.Distillations;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.MixtureSpec;
import java.util.Set;

/** Transport between Gaussian mixtures. */
final class MixtureMapper implements SolverMapper<MixtureSpec> {

    private static final int COMPONENTS = 5;
    private static final int MAX_POINTS = 1 << 14;
    private static final double TOLERANCE = 1e-4;
    private static final int MAX_ITERATIONS = 200;

    @Override
    public String type() {
        return "mixture";
    }

    @Override
    public String description() {
        return "Gaussian mixtures fitted to both sets, their components matched by an optimal plan, distilled.";
    }

    @Override
    public Class<MixtureSpec> spec() {
        return MixtureSpec.class;
    }

    @Override
    public Set<String> members() {
        return Set.of("components", "max_points", "tolerance", "max_iterations", Distillations.MEMBER);
    }

    @Override
    public MixtureSpec effective(SolverJson asked, SampleSizes sizes) {
        DistillationSpec distillation =
                Distillations.effective(asked.distillation(), sizes.dimension(), ROOT + "/" + Distillations.MEMBER);
        return Given.checked(
                ROOT,
                () -> new MixtureSpec(
                        or(asked.components(), COMPONENTS),
                        or(asked.maxPoints(), MAX_POINTS),
                        or(asked.tolerance(), TOLERANCE),
                        or(asked.maxIterations(), MAX_ITERATIONS),
                        distillation));
    }

    @Override
    public SolverJson json(MixtureSpec spec) {
        return Filled.ofType(type())
                .with("components", spec.components())
                .with("max_points", spec.maxPoints())
                .with("tolerance", spec.tolerance())
                .with("max_iterations", spec.maxIterations())
                .with(Distillations.MEMBER, Distillations.json(spec.distillation()))
                .as(SolverJson.class);
    }
}

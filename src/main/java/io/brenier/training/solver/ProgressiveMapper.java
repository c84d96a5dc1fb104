package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.Distillations;
import io.brenier.training.solver.part.Sinkhorns;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.ProgressiveSpec;
import io.brenier.transport.dual.SinkhornSpec;
import java.util.HashSet;
import java.util.Set;

/** Progressive entropic transport. */
final class ProgressiveMapper implements SolverMapper<ProgressiveSpec> {

    private static final int STAGES = 4;
    private static final double FIRST_OVER_LAST = 4;

    @Override
    public String type() {
        return "progressive";
    }

    @Override
    public String description() {
        return "entropic maps in stages, each a part of the way with a smaller ε (ProgOT), distilled.";
    }

    @Override
    public Class<ProgressiveSpec> spec() {
        return ProgressiveSpec.class;
    }

    @Override
    public Set<String> members() {
        Set<String> members = new HashSet<>(Sinkhorns.MEMBERS);
        members.addAll(Set.of("first_epsilon", "stages", Distillations.MEMBER));
        return members;
    }

    @Override
    public ProgressiveSpec effective(SolverJson asked, SampleSizes sizes) {
        SinkhornSpec sinkhorn = Sinkhorns.effective(asked, sizes.dimension(), ROOT);
        DistillationSpec distillation =
                Distillations.effective(asked.distillation(), sizes.dimension(), ROOT + "/" + Distillations.MEMBER);
        return Given.checked(
                ROOT,
                () -> new ProgressiveSpec(
                        sinkhorn,
                        or(
                                asked.firstEpsilon(),
                                Math.max(sinkhorn.epsilon(), Math.min(1, FIRST_OVER_LAST * sinkhorn.epsilon()))),
                        or(asked.stages(), STAGES),
                        distillation));
    }

    @Override
    public SolverJson json(ProgressiveSpec spec) {
        return Sinkhorns.fill(Filled.ofType(type()), spec.sinkhorn())
                .with("first_epsilon", spec.firstEpsilon())
                .with("stages", spec.stages())
                .with(Distillations.MEMBER, Distillations.json(spec.distillation()))
                .as(SolverJson.class);
    }
}

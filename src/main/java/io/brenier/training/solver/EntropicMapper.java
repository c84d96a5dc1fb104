package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.Distillations;
import io.brenier.training.solver.part.Sinkhorns;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.network.PotentialStart;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entropic map. */
final class EntropicMapper implements SolverMapper<EntropicSpec> {

    @Override
    public String type() {
        return "entropic";
    }

    @Override
    public String description() {
        return "the map of an entropic plan between the samples, within seconds: the honest answer to few samples and to clusters.";
    }

    @Override
    public Class<EntropicSpec> spec() {
        return EntropicSpec.class;
    }

    @Override
    public Set<String> members() {
        Set<String> members = new HashSet<>(Sinkhorns.MEMBERS);
        members.addAll(Set.of("start", "debias", Distillations.MEMBER));
        return members;
    }

    @Override
    public EntropicSpec effective(SolverJson asked, SampleSizes sizes) {
        SinkhornSpec sinkhorn = Sinkhorns.effective(asked, sizes.dimension(), ROOT);
        PotentialStart start =
                Words.choose(PotentialStart.class, asked.start(), PotentialStart.IDENTITY, ROOT + "/start");
        DistillationSpec distillation = distillation(asked, start, sizes);
        return Given.checked(
                ROOT,
                () -> new EntropicSpec(sinkhorn, start, or(asked.debias(), EntropicSpec.USUAL_DEBIAS), distillation));
    }

    /** What is no gradient has to be distilled; anything else only where that is asked for. */
    private static @Nullable DistillationSpec distillation(SolverJson asked, PotentialStart start, SampleSizes sizes) {
        return asked.distillation() == null && start == PotentialStart.IDENTITY
                ? null
                : Distillations.effective(asked.distillation(), sizes.dimension(), ROOT + "/" + Distillations.MEMBER);
    }

    @Override
    public SolverJson json(EntropicSpec spec) {
        Filled filled = Sinkhorns.fill(Filled.ofType(type()), spec.sinkhorn())
                .with("start", Words.wireName(spec.start()))
                .with("debias", spec.debias());
        DistillationSpec distillation = spec.distillation();
        if (distillation != null) {
            filled = filled.with(Distillations.MEMBER, Distillations.json(distillation));
        }
        return filled.as(SolverJson.class);
    }
}

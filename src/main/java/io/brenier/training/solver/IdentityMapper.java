package io.brenier.training.solver;

import io.brenier.platform.wire.Filled;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.IdentitySpec;
import java.util.Set;

/** No map at all, to compare others with. */
final class IdentityMapper implements SolverMapper<IdentitySpec> {

    @Override
    public String type() {
        return "identity";
    }

    @Override
    public String description() {
        return "every point stays where it is, to compare maps with.";
    }

    @Override
    public Class<IdentitySpec> spec() {
        return IdentitySpec.class;
    }

    @Override
    public Set<String> members() {
        return Set.of();
    }

    @Override
    public IdentitySpec effective(SolverJson asked, SampleSizes sizes) {
        return new IdentitySpec();
    }

    @Override
    public SolverJson json(IdentitySpec spec) {
        return Filled.ofType(type()).as(SolverJson.class);
    }
}

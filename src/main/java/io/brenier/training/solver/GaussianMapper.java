package io.brenier.training.solver;

import io.brenier.platform.wire.Filled;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.GaussianSpec;
import java.util.Set;

/** A closed form: there is nothing to set. */
final class GaussianMapper implements SolverMapper<GaussianSpec> {

    @Override
    public String type() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "the optimal map between Gaussians of the samples' moments, at once.";
    }

    @Override
    public Class<GaussianSpec> spec() {
        return GaussianSpec.class;
    }

    @Override
    public Set<String> members() {
        return Set.of();
    }

    @Override
    public GaussianSpec effective(SolverJson asked, SampleSizes sizes) {
        return new GaussianSpec();
    }

    @Override
    public SolverJson json(GaussianSpec spec) {
        return Filled.ofType(type()).as(SolverJson.class);
    }
}

package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.AutoSpec;
import java.util.Set;

/** The solver that chooses for itself. */
final class AutoMapper implements SolverMapper<AutoSpec> {

    @Override
    public String type() {
        return "auto";
    }

    @Override
    public String description() {
        return "instant answers first, then a training that fits samples and time, and of all these what is best on held-out samples;"
                + " what was chosen, and why, stands in the job's events and in the model's notes.";
    }

    @Override
    public Class<AutoSpec> spec() {
        return AutoSpec.class;
    }

    @Override
    public Set<String> members() {
        return Set.of("budget_seconds", "steps");
    }

    @Override
    public AutoSpec effective(SolverJson asked, SampleSizes sizes) {
        // Steps alone make a run that is repeatable to the bit.
        double usual = asked.steps() == null ? AutoSpec.DEFAULT.budgetSeconds() : 0;
        return Given.checked(
                ROOT,
                () -> new AutoSpec(or(asked.budgetSeconds(), usual), or(asked.steps(), AutoSpec.DEFAULT.steps())));
    }

    @Override
    public SolverJson json(AutoSpec spec) {
        return Filled.ofType(type())
                .with("budget_seconds", spec.budgetSeconds())
                .with("steps", spec.steps())
                .as(SolverJson.class);
    }
}

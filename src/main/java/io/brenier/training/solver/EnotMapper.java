package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.Loops;
import io.brenier.training.solver.part.Networks;
import io.brenier.training.solver.part.Optimizers;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.EnotSpec.AmortizationDerivative;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.optimizer.OptimizerSpec;
import java.util.Set;

/** Expectile-regularised neural optimal transport. */
final class EnotMapper implements SolverMapper<EnotSpec> {

    @Override
    public String type() {
        return "enot";
    }

    @Override
    public String description() {
        return "two potentials that learn each other's conjugate, without a conjugate solver in their steps (ENOT): the most accurate for its time"
                + " on smooth data with many samples.";
    }

    @Override
    public Class<EnotSpec> spec() {
        return EnotSpec.class;
    }

    @Override
    public Set<String> members() {
        return Loops.with(Set.of(
                "potential",
                "amortizer",
                "expectile",
                "regularization",
                "amortization_weight",
                "amortization_derivative",
                "valley_search_every",
                "optimizer"));
    }

    @Override
    public EnotSpec effective(SolverJson asked, SampleSizes sizes) {
        EnotSpec defaults = EnotSpec.defaults(sizes.dimension(), sizes.smallestCount());
        MlpSpec potential = Networks.potential(asked.potential(), defaults.potential(), ROOT + "/potential");
        MlpSpec conjugate = Networks.potential(asked.amortizer(), defaults.conjugate(), ROOT + "/amortizer");
        AmortizationDerivative derivative = Words.choose(
                AmortizationDerivative.class,
                asked.amortizationDerivative(),
                defaults.derivative(),
                ROOT + "/amortization_derivative");
        OptimizerSpec optimizer = Optimizers.effective(asked.optimizer(), defaults.optimizer(), ROOT + "/optimizer");
        return Given.checked(
                ROOT,
                () -> new EnotSpec(
                        potential,
                        conjugate,
                        or(asked.expectile(), defaults.expectile()),
                        or(asked.regularization(), defaults.regularization()),
                        or(asked.amortizationWeight(), defaults.amortizationWeight()),
                        derivative,
                        or(asked.valleySearchEvery(), defaults.valleySearchEvery()),
                        optimizer,
                        Loops.effective(asked, defaults.loop(), ROOT)));
    }

    @Override
    public SolverJson json(EnotSpec spec) {
        Filled filled = Filled.ofType(type())
                .with("potential", Networks.potentialJson(spec.potential()))
                .with("amortizer", Networks.potentialJson(spec.conjugate()))
                .with("expectile", spec.expectile())
                .with("regularization", spec.regularization())
                .with("amortization_weight", spec.amortizationWeight())
                .with("amortization_derivative", Words.wireName(spec.derivative()))
                .with("valley_search_every", spec.valleySearchEvery())
                .with("optimizer", Optimizers.json(spec.optimizer()));
        return Loops.fill(filled, spec.loop()).as(SolverJson.class);
    }

    @Override
    public void requireFitting(EnotSpec spec, long trainingRows) {
        Loops.requireFitting(spec.loop(), trainingRows);
    }
}

package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.BatchNoises;
import io.brenier.training.solver.part.Networks;
import io.brenier.training.solver.part.Optimizers;
import io.brenier.training.solver.part.Steps;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.EnotSpec.AmortizationDerivative;
import io.brenier.transport.dual.LoopSpec;
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
        return "two potentials that learn each other's conjugate, without a conjugate solver (ENOT): the most accurate for its time"
                + " on smooth data with many samples.";
    }

    @Override
    public Class<EnotSpec> spec() {
        return EnotSpec.class;
    }

    @Override
    public Set<String> members() {
        return Set.of(
                "potential",
                "amortizer",
                "expectile",
                "regularization",
                "amortization_weight",
                "amortization_derivative",
                "optimizer",
                "steps",
                "budget_seconds",
                "batch_size",
                "log_every",
                "validate_every",
                "checkpoint_every",
                "averaging",
                "batch_noise");
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
        BatchNoise noise =
                BatchNoises.effective(asked.batchNoise(), defaults.loop().batchNoise(), ROOT);
        LoopSpec usual = defaults.loop();
        return Given.checked(ROOT, () -> {
            LoopSpec loop = new LoopSpec(
                    or(asked.steps(), usual.steps()),
                    or(asked.budgetSeconds(), usual.budgetSeconds()),
                    or(asked.batchSize(), usual.batchSize()),
                    or(asked.logEvery(), usual.logEvery()),
                    or(asked.validateEvery(), usual.validateEvery()),
                    or(asked.checkpointEvery(), usual.checkpointEvery()),
                    or(asked.averaging(), usual.averaging()),
                    noise);
            return new EnotSpec(
                    potential,
                    conjugate,
                    or(asked.expectile(), defaults.expectile()),
                    or(asked.regularization(), defaults.regularization()),
                    or(asked.amortizationWeight(), defaults.amortizationWeight()),
                    derivative,
                    optimizer,
                    loop);
        });
    }

    @Override
    public SolverJson json(EnotSpec spec) {
        LoopSpec loop = spec.loop();
        return Filled.ofType(type())
                .with("potential", Networks.potentialJson(spec.potential()))
                .with("amortizer", Networks.potentialJson(spec.conjugate()))
                .with("expectile", spec.expectile())
                .with("regularization", spec.regularization())
                .with("amortization_weight", spec.amortizationWeight())
                .with("amortization_derivative", Words.wireName(spec.derivative()))
                .with("optimizer", Optimizers.json(spec.optimizer()))
                .with("steps", loop.steps())
                .with("budget_seconds", loop.budgetSeconds())
                .with("batch_size", loop.batchSize())
                .with("log_every", loop.logEvery())
                .with("validate_every", loop.validateEvery())
                .with("checkpoint_every", loop.checkpointEvery())
                .with("averaging", loop.averaging())
                .with("batch_noise", BatchNoises.json(loop.batchNoise()))
                .as(SolverJson.class);
    }

    @Override
    public void requireFitting(EnotSpec spec, long trainingRows) {
        Steps.requireBatch(spec.loop().steps(), spec.loop().batchSize(), trainingRows);
        Steps.requireFewReports(spec.loop().steps(), spec.loop().logEvery());
    }
}

package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.BatchNoises;
import io.brenier.training.solver.part.Conjugates;
import io.brenier.training.solver.part.Networks;
import io.brenier.training.solver.part.Optimizers;
import io.brenier.training.solver.part.Steps;
import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.optimizer.OptimizerSpec;
import java.util.Set;

/** The Wasserstein-2 dual. */
final class W2DualMapper implements SolverMapper<W2DualSpec> {

    private static final Set<String> LATER_LOSSES = Set.of("objective", "cycle");

    @Override
    public String type() {
        return "w2-dual";
    }

    @Override
    public String description() {
        return "the Wasserstein-2 dual with an amortised conjugate.";
    }

    @Override
    public Class<W2DualSpec> spec() {
        return W2DualSpec.class;
    }

    @Override
    public Set<String> members() {
        return Set.of(
                "potential",
                "amortizer",
                "amortization_loss",
                "conjugate",
                "optimizer",
                "steps",
                "batch_size",
                "log_every",
                "validate_every",
                "checkpoint_every",
                "averaging",
                "batch_noise");
    }

    @Override
    public W2DualSpec effective(SolverJson asked, SampleSizes sizes) {
        W2DualSpec defaults = W2DualSpec.defaults(sizes.dimension(), sizes.smallestCount());
        Words.require(asked.amortizationLoss(), "regression", LATER_LOSSES, ROOT + "/amortization_loss");
        MlpSpec potential = Networks.potential(asked.potential(), defaults.potential(), ROOT + "/potential");
        MlpSpec amortizer = Networks.map(asked.amortizer(), defaults.amortizer(), ROOT + "/amortizer");
        LbfgsSpec conjugate = Conjugates.effective(asked.conjugate(), defaults.conjugate(), ROOT + "/conjugate");
        OptimizerSpec optimizer = Optimizers.effective(asked.optimizer(), defaults.optimizer(), ROOT + "/optimizer");
        BatchNoise noise = BatchNoises.effective(asked.batchNoise(), defaults.batchNoise(), ROOT);
        return Given.checked(
                ROOT,
                () -> new W2DualSpec(
                        potential,
                        amortizer,
                        AmortizationLoss.REGRESSION,
                        conjugate,
                        optimizer,
                        or(asked.steps(), defaults.steps()),
                        or(asked.batchSize(), defaults.batchSize()),
                        or(asked.logEvery(), defaults.logEvery()),
                        or(asked.validateEvery(), defaults.validateEvery()),
                        or(asked.checkpointEvery(), defaults.checkpointEvery()),
                        or(asked.averaging(), defaults.averaging()),
                        noise));
    }

    @Override
    public SolverJson json(W2DualSpec spec) {
        return Filled.ofType(type())
                .with("potential", Networks.potentialJson(spec.potential()))
                .with("amortizer", Networks.mapJson(spec.amortizer()))
                .with("amortization_loss", Words.wireName(spec.amortizationLoss()))
                .with("conjugate", Conjugates.json(spec.conjugate()))
                .with("optimizer", Optimizers.json(spec.optimizer()))
                .with("steps", spec.steps())
                .with("batch_size", spec.batchSize())
                .with("log_every", spec.logEvery())
                .with("validate_every", spec.validateEvery())
                .with("checkpoint_every", spec.checkpointEvery())
                .with("averaging", spec.averaging())
                .with("batch_noise", BatchNoises.json(spec.batchNoise()))
                .as(SolverJson.class);
    }

    @Override
    public void requireFitting(W2DualSpec spec, long trainingRows) {
        Steps.requireBatch(spec.steps(), spec.batchSize(), trainingRows);
        Steps.requireFewReports(spec.steps(), spec.logEvery());
    }
}

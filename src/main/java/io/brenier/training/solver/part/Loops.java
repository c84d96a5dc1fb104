package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.LoopSpec;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The loop of a solver that trains, whose members stand among the solver's own. */
public final class Loops {

    private static final Set<String> MEMBERS = Set.of(
            "steps",
            "budget_seconds",
            "batch_size",
            "log_every",
            "validate_every",
            "patience",
            "checkpoint_every",
            "averaging",
            "batch_noise");

    private Loops() {}

    /** Names on the wire of these and of a solver's own members. */
    public static Set<String> with(Set<String> own) {
        return Stream.concat(own.stream(), MEMBERS.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What is given, and the defaults for the rest.
     *
     * @param pointer of the solver
     * @throws io.brenier.transport.network.InvalidSpecException naming the member that is impossible
     */
    public static LoopSpec effective(SolverJson asked, LoopSpec defaults, String pointer) {
        return new LoopSpec(
                or(asked.steps(), defaults.steps()),
                or(asked.budgetSeconds(), defaults.budgetSeconds()),
                or(asked.batchSize(), defaults.batchSize()),
                or(asked.logEvery(), defaults.logEvery()),
                or(asked.validateEvery(), defaults.validateEvery()),
                or(asked.patience(), defaults.patience()),
                or(asked.checkpointEvery(), defaults.checkpointEvery()),
                or(asked.averaging(), defaults.averaging()),
                BatchNoises.effective(asked.batchNoise(), defaults.batchNoise(), pointer));
    }

    public static Filled fill(Filled solver, LoopSpec loop) {
        return solver.with("steps", loop.steps())
                .with("budget_seconds", loop.budgetSeconds())
                .with("batch_size", loop.batchSize())
                .with("log_every", loop.logEvery())
                .with("validate_every", loop.validateEvery())
                .with("patience", loop.patience())
                .with("checkpoint_every", loop.checkpointEvery())
                .with("averaging", loop.averaging())
                .with("batch_noise", BatchNoises.json(loop.batchNoise()));
    }

    /**
     * Refuses what cannot be carried out with the samples that there are.
     *
     * @param trainingRows points of the smaller set, those held out left aside
     */
    public static void requireFitting(LoopSpec loop, long trainingRows) {
        Steps.requireBatch(loop.steps(), loop.batchSize(), trainingRows);
        Steps.requireFewReports(loop.steps(), loop.logEvery());
    }
}

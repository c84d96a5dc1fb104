package io.brenier.bench;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.EnotSpec.AmortizationDerivative;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.auto.AutoTrainer;
import io.brenier.transport.dual.trainer.EnotTrainer;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;

/** The solver that a benchmark's command line names, with its settings. */
record SolverChoice(Arguments arguments) {

    static SolverChoice of(Arguments arguments) {
        return new SolverChoice(arguments);
    }

    SolverSpec spec(Points source, double budget) {
        return switch (arguments.text("solver", "auto")) {
            case "auto" -> new AutoSpec(budget, AutoSpec.DEFAULT.steps());
            case "enot" -> enot(source, budget);
            case String other -> throw new IllegalArgumentException(other + " is no solver; known are auto and enot");
        };
    }

    private EnotSpec enot(Points source, double budget) {
        int d = source.dimension();
        List<Integer> hidden = Arrays.stream(arguments
                        .text("hidden", d <= 4 ? "64,64,64" : "128,128,128")
                        .split(","))
                .map(Integer::valueOf)
                .toList();
        MlpSpec network = new MlpSpec(
                hidden,
                Activation.valueOf(arguments.text("act", "ELU")),
                PotentialStart.valueOf(arguments.text("start", "GAUSSIAN")));
        OptimizerSpec optimizer = new OptimizerSpec(
                OptimizerSpec.Type.valueOf(arguments.text("opt", "SOAP")),
                arguments.decimal("lr", 1e-2),
                arguments.decimal("b1", 0.9),
                arguments.decimal("b2", 0.95),
                arguments.decimal("decay", 0),
                arguments.number("warmup", 100),
                Schedule.COSINE,
                arguments.decimal("final", 0),
                0);
        return new EnotSpec(
                network,
                network,
                arguments.decimal("tau", 1),
                arguments.decimal("lambda", 0.1),
                arguments.decimal("a", 2),
                AmortizationDerivative.valueOf(arguments.text("derivative", "EXACT")),
                arguments.number("valley-search-every", EnotSpec.VALLEY_SEARCH_EVERY),
                optimizer,
                new LoopSpec(
                        10_000_000,
                        budget,
                        arguments.number("batch", 1024),
                        500,
                        0,
                        0,
                        1_000_000,
                        arguments.decimal("ema", 0.99),
                        new BatchNoise(arguments.decimal("noise", 0), arguments.decimal("noise-last", 0))));
    }

    Trainer trainer(SolverSpec spec, CpuClock clock) {
        return switch (spec) {
            case AutoSpec auto -> new AutoTrainer(auto, clock::seconds);
            case EnotSpec enot -> new EnotTrainer(enot, clock::seconds);
            default -> throw new IllegalArgumentException("no bench of " + spec);
        };
    }
}

package io.brenier.bench;

import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.AdamConjugateSpec;
import io.brenier.transport.conjugate.ConjugateSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.NoConjugateSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.trainer.W2DualTrainer;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The nine combinations of amortization loss and conjugate solver, with perceptrons and with input convex networks, on Mix3ToMix10: a row
 * of a Markdown table each.
 */
public final class CombinationsBenchmark {

    private static final int POOL = 100_000;
    private static final int TEST = 4_096;

    private final CpuClock clock = new CpuClock();
    private final Points source;
    private final Points target;
    private final Points testSource;
    private final Points testTarget;
    private final int dimension;
    private final double budget;

    private CombinationsBenchmark(Mix3ToMix10 pair, double budget) {
        dimension = pair.dimension();
        this.budget = budget;
        source = pair.source(POOL, 1);
        target = pair.target(POOL, 2);
        testSource = pair.source(TEST, 3);
        testTarget = pair.map(testSource);
    }

    public static void main(String[] line) throws IOException {
        Arguments arguments = new Arguments(line);
        int dimension = arguments.number("n", 2);
        Mix3ToMix10 pair = Mix3ToMix10.load(Path.of(arguments.text("data", "../shared/data/w2-benchmark")), dimension);
        CombinationsBenchmark benchmark = new CombinationsBenchmark(pair, arguments.decimal("cpu-seconds", 20));
        for (String network : arguments.text("networks", "mlp,icnn").split(",", -1)) {
            for (AmortizationLoss loss : AmortizationLoss.values()) {
                for (ConjugateSpec conjugate :
                        List.of(new NoConjugateSpec(), new LbfgsSpec(0.1, 30, 10, 10), AdamConjugateSpec.DEFAULT)) {
                    benchmark.run(network, loss, conjugate);
                }
            }
        }
    }

    private void run(String network, AmortizationLoss loss, ConjugateSpec conjugate) {
        W2DualSpec spec = spec(network, loss, conjugate);
        Trainer trainer = W2DualTrainer.of(spec, clock::seconds);
        TrainingProblem problem = new TrainingProblem(source, target, null, null, spec, 0);
        Warnings warnings = new Warnings();
        String row = switch (trainer.train(problem, warnings, null)) {
            case TrainingOutcome.Completed completed ->
                row(completed.steps(), status(completed, warnings.count), completed.potentials());
            case TrainingOutcome.Diverged diverged -> "%d | diverged | | |".formatted(diverged.step());
            case TrainingOutcome.Interrupted _ -> throw new IllegalStateException("nobody interrupts this");
        };
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %s | %s | %s%n",
                dimension,
                network,
                loss.name().toLowerCase(Locale.ROOT),
                name(conjugate),
                row);
    }

    private static String status(TrainingOutcome.Completed completed, int rollBacks) {
        String gained = completed.notes().stream().anyMatch(note -> note.contains("start is returned"))
                ? "start returned"
                : "learned";
        return rollBacks == 0 ? gained : gained + ", rolled back " + rollBacks + " times";
    }

    private String row(long steps, String status, DualPotentials potentials) {
        return String.format(
                Locale.ROOT,
                "%d | %s | %.2f | %.2f |",
                steps,
                status,
                UnexplainedVariance.percent(testTarget, potentials.transport(testSource, Direction.FORWARD)),
                UnexplainedVariance.percent(testSource, potentials.transport(testTarget, Direction.INVERSE)));
    }

    /** The service's optimiser for both, which reaches in so short a budget what Adam needs far more steps for. */
    private W2DualSpec spec(String name, AmortizationLoss loss, ConjugateSpec conjugate) {
        int width = dimension <= 4 ? 64 : 128;
        List<Integer> hidden = List.of(width, width, width);
        NetworkSpec network = name.equals("mlp")
                ? new MlpSpec(hidden, Activation.ELU, PotentialStart.GAUSSIAN)
                : new IcnnSpec(
                        hidden, ConvexActivation.ELU, 1, PositiveWeights.rectified(), 0.1, PotentialStart.GAUSSIAN);
        OptimizerSpec optimizer = OptimizerSpec.defaults(OptimizerSpec.Type.SOAP);
        return new W2DualSpec(
                network,
                Side.SOURCE,
                new AmortizationSpec(new AmortizerSpec.OfPotential(network), loss, 1, false, optimizer),
                conjugate,
                UpdateSpec.PARALLEL,
                optimizer,
                new LoopSpec(1_000_000, budget, 512, 1_000, 0, 0, 1_000_000, 0.99, BatchNoise.NONE));
    }

    private static String name(ConjugateSpec spec) {
        return switch (spec) {
            case NoConjugateSpec _ -> "none";
            case LbfgsSpec _ -> "lbfgs";
            case AdamConjugateSpec _ -> "adam";
        };
    }

    private static final class Warnings implements TrainingListener {

        private int count;

        @Override
        public void onWarning(String message) {
            count++;
        }
    }
}

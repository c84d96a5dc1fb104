package io.brenier.bench;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.MixtureSpec;
import io.brenier.transport.dual.ProgressiveSpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An instant answer to Mix3ToMix10 from N samples a side, all of them used: unexplained variance both ways, the CPU seconds of the whole
 * process up to the map with its held-out figures, and the most memory that the process had.
 */
public final class EntropicBenchmark {

    private static final long TEST_SEED = 1_000_003;
    private static final int TEST_POINTS = 1 << 12;

    private EntropicBenchmark() {}

    public static void main(String[] line) throws IOException {
        Arguments arguments = new Arguments(line);
        CpuClock clock = new CpuClock();
        int dimension = arguments.number("n", 16);
        int samples = arguments.number("samples", 16_384);
        int seed = arguments.number("seed", 0);
        Mix3ToMix10 pair = Mix3ToMix10.load(Path.of(arguments.text("data", "../shared/data/w2-benchmark")), dimension);
        SolverSpec solver = solver(arguments, dimension, samples);
        TrainingProblem problem = new TrainingProblem(
                pair.source(samples, 2L * seed),
                pair.target(samples, 2L * seed + 1),
                pair.source(1_000, 2L * seed + 1_001),
                pair.target(1_000, 2L * seed + 1_002),
                solver,
                seed);
        TrainingOutcome outcome = Trainers.forSpec(solver).train(problem, new TrainingListener() {}, null);
        if (!(outcome instanceof TrainingOutcome.Completed completed)) {
            throw new IllegalStateException("the run ended as " + outcome);
        }
        double seconds = clock.seconds();
        String memory = mostMemory();
        DualPotentials map = completed.potentials();
        Points x = pair.source(TEST_POINTS, TEST_SEED);
        Points y = pair.map(x);
        ConjugateResult refined = map.refineInverse(y, LbfgsSpec.REFINED);
        System.out.printf(
                Locale.ROOT,
                "{\"n\":%d,\"samples\":%d,\"seed\":%d,\"solver\":\"%s\",\"cpu_s\":%.1f,\"memory\":\"%s\",\"uvp_forward\":%.3f,\"uvp_inverse_amortized\":%.3f,\"uvp_inverse_refined\":%.3f,\"unconverged\":%d,\"metrics\":\"%s\",\"notes\":\"%s\"}%n",
                dimension,
                samples,
                seed,
                arguments.text("solver", "entropic"),
                seconds,
                memory,
                UnexplainedVariance.percent(map.transport(x, Direction.FORWARD), y, pair.targetVariance()),
                UnexplainedVariance.percent(map.transport(y, Direction.INVERSE), x, pair.sourceVariance()),
                UnexplainedVariance.percent(refined.argmins(), x, pair.sourceVariance()),
                refined.unconverged(),
                arguments.text("figures", "no").equals("yes") ? completed.metrics() : "",
                completed.notes());
    }

    private static SolverSpec solver(Arguments arguments, int dimension, int samples) {
        SinkhornSpec sinkhorn = new SinkhornSpec(
                arguments.decimal("epsilon", 0.05),
                arguments.number("max-points", samples),
                arguments.decimal("tolerance", 1e-3),
                arguments.number("max-iterations", 2_000));
        double debias = arguments.decimal("debias", EntropicSpec.USUAL_DEBIAS);
        DistillationSpec distillation = DistillationSpec.defaults(dimension);
        return switch (arguments.text("solver", "entropic")) {
            case "gaussian" -> new GaussianSpec();
            case "entropic" -> new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, debias, null);
            case "distilled" -> new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, debias, distillation);
            case "linear-entropic" -> new EntropicSpec(sinkhorn, PotentialStart.GAUSSIAN, debias, distillation);
            case "progressive" ->
                new ProgressiveSpec(
                        sinkhorn,
                        arguments.decimal("first-epsilon", 4 * sinkhorn.epsilon()),
                        arguments.number("stages", 4),
                        distillation);
            case "mixture" -> new MixtureSpec(arguments.number("components", 10), 1 << 14, 1e-4, 200, distillation);
            case String other ->
                throw new IllegalArgumentException(
                        "unknown solver %s; known are gaussian, entropic, distilled, linear-entropic, progressive and mixture"
                                .formatted(other));
        };
    }

    /** The process's peak of resident memory, as the kernel tells it. */
    private static String mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8).stream()
                .filter(entry -> entry.startsWith("VmHWM:"))
                .map(entry -> entry.substring("VmHWM:".length()).strip())
                .findAny()
                .orElse("unknown");
    }
}

package io.brenier.bench;

import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.trainer.W2DualTrainer;
import io.brenier.transport.metric.CosineSimilarity;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Unexplained variance of the forward and the inverse map on Mix3ToMix10 against the CPU seconds of this process, everything counted from the
 * start of the process but the scoring against the truth: JVM, engine, drawing the samples, training with its held-out scores.
 *
 * <p>The learning rate's cosine has to end with the budget: some steps are made first, on the clock, to see what one costs.
 */
public final class UvpBenchmark {

    private static final long TEST_SEED = 1_000_003;
    private static final int TEST_POINTS = 1 << 14;
    private static final int TRIAL_STEPS = 240;
    private static final int CURVE_POINTS = 12;
    /** What the last of these steps cost, once the compiler has seen them, is what the others will. */
    private static final int MEASURED_STEPS = 60;

    private final CpuClock clock = new CpuClock();
    private final Mix3ToMix10 pair;
    private final int dimension;
    private final double budget;
    private final int seed;
    private final Points testSource;
    private final Points testTarget;

    private UvpBenchmark(Path data, int dimension, double budget, int seed) throws IOException {
        this.pair = Mix3ToMix10.load(data, dimension);
        this.dimension = dimension;
        this.budget = budget;
        this.seed = seed;
        this.testSource = pair.source(TEST_POINTS, TEST_SEED);
        this.testTarget = pair.map(testSource);
    }

    public static void main(String[] line) throws IOException {
        Arguments arguments = new Arguments(line);
        int dimension = arguments.number("n", 2);
        new UvpBenchmark(
                        Path.of(arguments.text("data", "../shared/data/w2-benchmark")),
                        dimension,
                        arguments.decimal("cpu-seconds", 120),
                        arguments.number("seed", 0))
                .run(arguments.number("pool", dimension <= 4 ? 200_000 : 400_000));
    }

    private void run(int pool) {
        Points source = pair.source(pool, 2L * seed);
        Points target = pair.target(pool, 2L * seed + 1);
        long steps = affordableSteps(source, target);
        W2DualSpec spec = spec(pool, steps, Math.toIntExact(Math.max(1, steps / CURVE_POINTS)));
        W2DualTrainer trainer = new W2DualTrainer(spec);
        TrainingProblem problem = new TrainingProblem(source, target, null, null, spec, seed);
        TrainingListener scoring = new TrainingListener() {
            @Override
            public void onCheckpoint(Checkpoint checkpoint) {
                double seconds = clock.seconds();
                clock.stoppedWhile(
                        () -> print("curve", seconds, checkpoint.step(), trainer.potentialsAt(problem, checkpoint)));
            }

            @Override
            public boolean shouldStop() {
                return clock.seconds() > budget;
            }

            @Override
            public void onWarning(String message) {
                clock.stoppedWhile(() -> System.err.println(message));
            }
        };
        switch (trainer.train(problem, scoring, null)) {
            case TrainingOutcome.Completed completed ->
                print("final", clock.seconds(), completed.steps(), completed.potentials());
            case TrainingOutcome.Interrupted interrupted ->
                print(
                        "final",
                        clock.seconds(),
                        interrupted.checkpoint().step(),
                        trainer.potentialsAt(problem, interrupted.checkpoint()));
            case TrainingOutcome.Diverged diverged -> throw new IllegalStateException(diverged.reason());
        }
    }

    private W2DualSpec spec(int pool, long steps, int checkpointEvery) {
        W2DualSpec usual = W2DualSpec.defaults(dimension, pool);
        return new W2DualSpec(
                usual.potential(),
                usual.amortizer(),
                usual.amortizationLoss(),
                usual.conjugate(),
                usual.optimizer(),
                steps,
                usual.batchSize(),
                usual.logEvery(),
                checkpointEvery,
                checkpointEvery,
                usual.averaging(),
                usual.batchNoise());
    }

    private long affordableSteps(Points source, Points target) {
        W2DualSpec spec = spec(source.rows(), 10_000, 10_000);
        double[] times = new double[TRIAL_STEPS + 1];
        TrainingListener watch = new TrainingListener() {
            private int asked;

            @Override
            public boolean shouldStop() {
                times[asked] = clock.seconds();
                return asked++ == TRIAL_STEPS;
            }
        };
        new W2DualTrainer(spec).train(new TrainingProblem(source, target, null, null, spec, seed), watch, null);
        double step = (times[TRIAL_STEPS] - times[TRIAL_STEPS - MEASURED_STEPS]) / MEASURED_STEPS;
        return Math.max(100, (long) ((budget - clock.seconds()) / step));
    }

    private void print(String kind, double seconds, long step, DualPotentials potentials) {
        Points forward = potentials.transport(testSource, Direction.FORWARD);
        Points guessed = potentials.transport(testTarget, Direction.INVERSE);
        Points refined = potentials.refineInverse(testTarget, LbfgsSpec.REFINED).argmins();
        System.out.printf(
                Locale.ROOT,
                "{\"n\":%d,\"seed\":%d,\"kind\":\"%s\",\"cpu_s\":%.1f,\"step\":%d,\"uvp_forward\":%.4f,\"uvp_inverse\":%.4f,\"uvp_inverse_amortized\":%.4f,\"cos_forward\":%.5f}%n",
                dimension,
                seed,
                kind,
                seconds,
                step,
                UnexplainedVariance.percent(forward, testTarget, pair.targetVariance()),
                UnexplainedVariance.percent(refined, testSource, pair.sourceVariance()),
                UnexplainedVariance.percent(guessed, testSource, pair.sourceVariance()),
                CosineSimilarity.ofDisplacements(testSource, testTarget, forward));
    }
}

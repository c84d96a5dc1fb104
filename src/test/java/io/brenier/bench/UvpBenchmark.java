package io.brenier.bench;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.metric.CosineSimilarity;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Unexplained variance of the forward and the inverse map on Mix3ToMix10 against the CPU seconds of this process, everything counted from the
 * start of the process but the scoring against the truth: JVM, engine, drawing the samples, training with its held-out scores.
 */
public final class UvpBenchmark {

    private static final long TEST_SEED = 1_000_003;
    private static final int TEST_POINTS = 1 << 14;
    private static final double POOL_PART = 0.05;
    private static final double MEMORY_PART = 0.25;
    /** 256 MiB. */
    private static final int WINDOW_VALUES = 1 << 26;
    /** For moments, held-out samples and the instant answers. */
    private static final int OWN_ROWS = 50_000;

    private final CpuClock clock = new CpuClock();
    private final Mix3ToMix10 pair;
    private final int dimension;
    private final double budget;
    private final int seed;
    private final int curvePoints;
    private final Points testSource;
    private final Points testTarget;

    private UvpBenchmark(Path data, int dimension, double budget, int seed, int curvePoints) throws IOException {
        this.pair = Mix3ToMix10.load(data, dimension);
        this.dimension = dimension;
        this.budget = budget;
        this.seed = seed;
        this.curvePoints = curvePoints;
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
                        arguments.number("seed", 0),
                        arguments.number("curve", 12))
                .run(arguments.number("pool", 0), SolverChoice.of(arguments));
    }

    private void run(int pool, SolverChoice choice) {
        SampleStreams streams = pool == 0 ? drawn() : SampleStreams.NONE;
        int rows = pool == 0 ? OWN_ROWS : pool;
        Points source = pair.source(rows, 2L * seed);
        Points target = pair.target(rows, 2L * seed + 1);
        SolverSpec spec = choice.spec(source, budget - clock.seconds());
        Trainer trainer = choice.trainer(spec, clock);
        TrainingProblem problem = new TrainingProblem(source, target, null, null, spec, seed, null, streams);
        switch (trainer.train(problem, new Scoring(trainer, problem), null)) {
            case TrainingOutcome.Completed completed -> {
                completed.notes().forEach(System.err::println);
                print("final", clock.seconds(), completed.steps(), completed.potentials());
            }
            case TrainingOutcome.Interrupted interrupted ->
                print(
                        "final",
                        clock.seconds(),
                        interrupted.checkpoint().step(),
                        trainer.potentialsAt(problem, interrupted.checkpoint()));
            case TrainingOutcome.Diverged diverged -> throw new IllegalStateException(diverged.reason());
        }
    }

    /** Batches come from as many samples a side as can be drawn in a part of the budget, and kept. */
    private SampleStreams drawn() {
        double until = clock.seconds() + POOL_PART * budget;
        double most = MEMORY_PART * Runtime.getRuntime().maxMemory() / (Float.BYTES * dimension);
        long seeds = 1_000_000L * (seed + 2);
        List<Points> source = new ArrayList<>();
        List<Points> target = new ArrayList<>();
        do {
            source.add(pair.source(DrawnStream.CHUNK, seeds + 2L * source.size()));
            target.add(pair.target(DrawnStream.CHUNK, seeds + 2L * target.size() + 1));
        } while (clock.seconds() < until && (double) DrawnStream.CHUNK * target.size() < most);
        return new SampleStreams(new DrawnStream(source), new DrawnStream(target), WINDOW_VALUES / dimension);
    }

    /** Scores checkpoints against the truth, off the clock. */
    private final class Scoring implements TrainingListener {

        private final Trainer trainer;
        private final TrainingProblem problem;
        private double next = budget / curvePoints;

        Scoring(Trainer trainer, TrainingProblem problem) {
            this.trainer = trainer;
            this.problem = problem;
        }

        @Override
        public boolean checkpointDue() {
            return clock.seconds() > next;
        }

        @Override
        public void onCheckpoint(Checkpoint checkpoint) {
            double seconds = clock.seconds();
            next = seconds + budget / curvePoints;
            clock.stoppedWhile(
                    () -> print("curve", seconds, checkpoint.step(), trainer.potentialsAt(problem, checkpoint)));
        }

        @Override
        public boolean shouldStop() {
            return clock.seconds() > 1.05 * budget;
        }

        @Override
        public void onNote(String message) {
            clock.stoppedWhile(() -> System.err.printf(Locale.ROOT, "%.1f s: %s%n", clock.seconds(), message));
        }

        @Override
        public void onWarning(String message) {
            clock.stoppedWhile(() -> System.err.println(message));
        }
    }

    private void print(String kind, double seconds, long step, DualPotentials potentials) {
        Points forward = potentials.transport(testSource, Direction.FORWARD);
        Points guessed = potentials.transport(testTarget, Direction.INVERSE);
        ConjugateResult refined = potentials.refineInverse(testTarget, LbfgsSpec.REFINED);
        System.out.printf(
                Locale.ROOT,
                "{\"n\":%d,\"seed\":%d,\"kind\":\"%s\",\"cpu_s\":%.1f,\"step\":%d,\"uvp_forward\":%.4f,\"uvp_inverse\":%.4f,\"uvp_inverse_amortized\":%.4f,\"unconverged_percent\":%.3f,\"cos_forward\":%.5f}%n",
                dimension,
                seed,
                kind,
                seconds,
                step,
                UnexplainedVariance.percent(forward, testTarget, pair.targetVariance()),
                UnexplainedVariance.percent(refined.argmins(), testSource, pair.sourceVariance()),
                UnexplainedVariance.percent(guessed, testSource, pair.sourceVariance()),
                100.0 * refined.unconverged() / TEST_POINTS,
                CosineSimilarity.ofDisplacements(testSource, testTarget, forward));
    }
}

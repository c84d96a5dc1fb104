package io.brenier.bench;

import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Resident memory of this process beside the JVM's heap, code and classes, over a long training with scores, metrics and
 * checkpoints as in the service. Linux only: it reads /proc.
 */
public final class NativeMemoryBenchmark {

    private static final int DIMENSION = 4;
    private static final int POOL = 20_000;
    private static final int EVERY = 500;
    private static final double FLAT = 1.05;
    private static final int KIBIBYTES = 1_024;

    private NativeMemoryBenchmark() {}

    public static void main(String[] line) {
        int steps = new Arguments(line).number("steps", 20_000);
        Points source = new GaussianMixture(DIMENSION, 3, 1).draw(POOL, 2);
        Points target = new GaussianMixture(DIMENSION, 5, 3).draw(POOL, 4);
        W2DualSpec usual = W2DualSpec.defaults(DIMENSION, POOL);
        LoopSpec loop = usual.loop();
        W2DualSpec spec = usual.withLoop(
                new LoopSpec(steps, 0, 256, loop.logEvery(), EVERY / 5, 0, EVERY, loop.averaging(), loop.batchNoise()));
        Watch watch = new Watch();
        Trainers.forSpec(spec).train(new TrainingProblem(source, target, null, null, spec, 0), watch, null);
        boolean flat = watch.most <= FLAT * watch.first;
        System.out.printf(
                Locale.ROOT,
                "{\"steps\":%d,\"first_mib\":%.1f,\"most_mib\":%.1f,\"growth_percent\":%.2f,\"flat\":%b}%n",
                steps,
                watch.first,
                watch.most,
                100 * (watch.most / watch.first - 1),
                flat);
        if (!flat) {
            System.exit(1);
        }
    }

    private static final class Watch implements TrainingListener {

        private int step;
        private double first;
        private double most;

        @Override
        public boolean checkpointDue() {
            step++;
            if (step % EVERY == 0) {
                double resident = residentMebibytes();
                double outside = resident - javaMebibytes();
                first = step == EVERY ? outside : first;
                most = Math.max(most, outside);
                System.out.printf(
                        Locale.ROOT,
                        "{\"step\":%d,\"resident_mib\":%.1f,\"native_mib\":%.1f}%n",
                        step,
                        resident,
                        outside);
            }
            return false;
        }
    }

    /** The heap, of fixed size and touched, and what the JVM holds of classes and compiled code. */
    private static double javaMebibytes() {
        double bytes = Runtime.getRuntime().totalMemory()
                + (double) ManagementFactory.getMemoryMXBean()
                        .getNonHeapMemoryUsage()
                        .getCommitted();
        return bytes / KIBIBYTES / KIBIBYTES;
    }

    private static double residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(text -> text.startsWith("VmRSS:"))
                            .mapToDouble(text -> Double.parseDouble(text.replaceAll("\\D", "")))
                            .sum()
                    / KIBIBYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

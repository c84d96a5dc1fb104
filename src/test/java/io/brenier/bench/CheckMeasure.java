package io.brenier.bench;

import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks the benchmark's measures before a figure is believed: the true map against the published pairs, the best affine map's UVP
 * against its published values, the variances against the constants. Ends with 1 where one of them is off.
 */
public final class CheckMeasure {

    private static final Map<Integer, Double> AFFINE_UVP = new LinkedHashMap<>();

    static {
        AFFINE_UVP.put(2, 14.0);
        AFFINE_UVP.put(4, 15.1);
        AFFINE_UVP.put(16, 41.9);
        AFFINE_UVP.put(32, 55.4);
        AFFINE_UVP.put(128, 63.7);
    }

    private static final double LARGEST_ERROR = 1e-4;
    private static final double AFFINE_TOLERANCE = 0.7;
    private static final double VARIANCE_TOLERANCE = 0.02;

    private final PrintStream out;
    private final Path folder;
    private boolean failed;

    private CheckMeasure(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** --data FOLDER, the one that holds w2-benchmark. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[0].equals("--data")) {
            System.err.println("usage: check-measure --data FOLDER   (the folder that holds w2-benchmark)");
            System.exit(2);
        }
        CheckMeasure check = new CheckMeasure(System.out, Path.of(arguments[1]).resolve("w2-benchmark"));
        check.run();
        System.exit(check.failed ? 1 : 0);
    }

    private void run() throws IOException {
        for (Map.Entry<Integer, Double> expected : AFFINE_UVP.entrySet()) {
            Mix3ToMix10 pair = Mix3ToMix10.load(folder, expected.getKey());
            checkPairs(pair);
            checkMoments(pair, expected.getValue());
        }
    }

    private void checkPairs(Mix3ToMix10 pair) throws IOException {
        Path file = folder.resolve("mix3to10_n%d_check.npz".formatted(pair.dimension()));
        if (!Files.exists(file)) {
            return;
        }
        Map<String, FloatArray> arrays = Npz.read(file);
        float[] truth = arrays.get("Y").values();
        int rows = arrays.get("X").shape()[0];
        float[] images = pair.map(Points.of(arrays.get("X").values(), rows, pair.dimension()))
                .values();
        double largest = 0;
        for (int i = 0; i < truth.length; i++) {
            largest = Math.max(largest, Math.abs(truth[i] - images[i]));
        }
        report(
                "n = %d: largest error of the true map at %d points".formatted(pair.dimension(), rows),
                largest,
                0,
                LARGEST_ERROR);
    }

    private void checkMoments(Mix3ToMix10 pair, double affineUvp) {
        int rows = pair.dimension() > 64 ? 1 << 16 : 1 << 18;
        double before = cpuSeconds();
        Points x = pair.source(rows, 1);
        Points y = pair.map(x);
        double seconds = cpuSeconds() - before;
        Moments source = Moments.of(x);
        Moments target = Moments.of(y);
        String prefix = "n = %d: ".formatted(pair.dimension());
        out.printf("%s%d pairs drawn in %.2f CPU seconds%n", prefix, rows, seconds);
        report(
                prefix + "source variance over its constant",
                source.trace() / pair.sourceVariance(),
                1,
                VARIANCE_TOLERANCE);
        report(
                prefix + "target variance over its constant",
                target.trace() / pair.targetVariance(),
                1,
                VARIANCE_TOLERANCE);
        double uvp =
                UnexplainedVariance.percent(GaussianMap.between(source, target).apply(x), y, pair.targetVariance());
        report(prefix + "UVP of the best affine map", uvp, affineUvp, AFFINE_TOLERANCE);
    }

    private void report(String what, double value, double expected, double tolerance) {
        boolean holds = Math.abs(value - expected) <= tolerance;
        failed |= !holds;
        out.printf("%s: %.6g, expected %.6g ± %.2g: %s%n", what, value, expected, tolerance, holds ? "ok" : "WRONG");
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}

package io.brenier.bench;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.named.BrenierPair;
import io.brenier.transport.measure.named.Measure;
import io.brenier.transport.measure.named.MixtureMeasure;
import io.brenier.transport.measure.named.PlanarMeasure;
import io.brenier.transport.measure.named.PlanarShape;
import io.brenier.transport.tensor.Points;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Two clouds to learn a map between, and two of the same kind that no training sees.
 *
 * @param name as on the command line
 * @param source to train on
 * @param target to train on
 * @param testSource to score on
 * @param testTarget to score on
 * @param epsilon of the Sinkhorn divergence, in the samples' own units, cost |x − y|²
 * @param isMapped whether the rows of testTarget are the true images of those of testSource
 */
record TestPair(
        String name,
        Points source,
        Points target,
        Points testSource,
        Points testTarget,
        double epsilon,
        boolean isMapped) {

    private static final int TEST_POINTS = 2_000;

    /** shape:shape:N, pair:d:N, mixtures:d:N, digits:a:b or csv:FILE:FILE. */
    static TestPair of(String name, Path digits, long seed) throws IOException {
        String[] parts = name.split(":");
        return switch (parts[0]) {
            case "pair" -> brenier(name, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), seed);
            case "mixtures" -> {
                int d = Integer.parseInt(parts[1]);
                yield measures(
                        name,
                        MixtureMeasure.random(d, 4, 2 * seed + 11),
                        MixtureMeasure.random(d, 5, 2 * seed + 12),
                        Integer.parseInt(parts[2]),
                        seed,
                        0.05 * d);
            }
            case "digits" ->
                split(
                        name,
                        digits(digits, Integer.parseInt(parts[1])),
                        digits(digits, Integer.parseInt(parts[2])),
                        seed);
            case "csv" -> split(name, csv(Path.of(parts[1])), csv(Path.of(parts[2])), seed);
            default -> shapes(name, shape(parts[0]), shape(parts[1]), Integer.parseInt(parts[2]), seed);
        };
    }

    private static PlanarShape shape(String name) {
        return PlanarShape.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static TestPair shapes(String name, PlanarShape source, PlanarShape target, int rows, long seed) {
        return new TestPair(
                name,
                PlanarMeasure.of(source).sample(rows, 2 * seed),
                PlanarMeasure.of(target).sample(rows, 2 * seed + 1),
                testPoints(source, 1_000_000 + 2 * seed),
                testPoints(target, 1_000_001 + 2 * seed),
                0.1,
                false);
    }

    private static Points testPoints(PlanarShape shape, long seed) {
        return EvenClusters.of(shape, TEST_POINTS, seed)
                .orElseGet(() -> PlanarMeasure.of(shape).sample(TEST_POINTS, seed));
    }

    private static TestPair measures(String name, Measure source, Measure target, int rows, long seed, double epsilon) {
        BiFunction<Measure, Integer, Points> test =
                (measure, side) -> measure.sample(TEST_POINTS, 1_000_000 + 2 * seed + side);
        return new TestPair(
                name,
                source.sample(rows, 2 * seed),
                target.sample(rows, 2 * seed + 1),
                test.apply(source, 0),
                test.apply(target, 1),
                epsilon,
                false);
    }

    private static TestPair brenier(String name, int dimension, int rows, long seed) {
        BrenierPair pair = BrenierPair.of(dimension, 3, 77 + dimension);
        Points testSource = pair.source().sample(TEST_POINTS, 1_000_000 + seed);
        return new TestPair(
                name,
                pair.source().sample(rows, 2 * seed),
                pair.target().sample(rows, 2 * seed + 1),
                testSource,
                pair.map(testSource),
                0.05 * dimension,
                true);
    }

    /** Two sets of which a fifth each is for the test. */
    private static TestPair split(String name, Points first, Points second, long seed) {
        Points source = shuffled(first, seed);
        Points target = shuffled(second, seed + 1);
        int sourceTest = source.rows() / 5;
        int targetTest = target.rows() / 5;
        return new TestPair(
                name,
                source.slice(sourceTest, source.rows()),
                target.slice(targetTest, target.rows()),
                source.slice(0, sourceTest),
                target.slice(0, targetTest),
                0.05 * variance(target),
                false);
    }

    /** A point a line. */
    private static Points csv(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return Points.ofRows(lines.map(TestPair::numbers).toArray(float[][]::new));
        }
    }

    private static float[] numbers(String line) {
        String[] parts = line.split(",");
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Float.parseFloat(parts[i]);
        }
        return numbers;
    }

    /** One class of the handwritten digits; values 0 to 16 become 0 to 1. */
    private static Points digits(Path file, int digit) throws IOException {
        var rows = new ArrayList<float[]>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                float[] values = numbers(line);
                if ((int) values[values.length - 1] == digit) {
                    float[] pixels = new float[values.length - 1];
                    for (int i = 0; i < pixels.length; i++) {
                        pixels[i] = values[i] / 16;
                    }
                    rows.add(pixels);
                }
            }
        }
        return Points.ofRows(rows.toArray(float[][]::new));
    }

    private static Points shuffled(Points points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[points.rows()];
        for (int i = 0; i < order.length; i++) {
            int swap = random.nextInt(i + 1);
            order[i] = order[swap];
            order[swap] = i;
        }
        return points.select(order);
    }

    /** Sum of the coordinates' variances. */
    private static double variance(Points points) {
        double scale = Standardization.of(Moments.of(points)).scale();
        return scale * scale * points.dimension();
    }
}

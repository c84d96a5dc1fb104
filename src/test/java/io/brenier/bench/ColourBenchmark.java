package io.brenier.bench;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.auto.AutoTrainer;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.tensor.Points;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Colour transfer between two photos: the held-out Sinkhorn divergence (standardised colours, ε = .05, cost |x − y|²) of auto and
 * of the Gaussian map, both ways, and its floor between two draws of the same photo. Held-out pixels are taken out before
 * the training sees the rest.
 */
public final class ColourBenchmark {

    private static final SinkhornSettings SETTINGS = new SinkhornSettings(0.05, 1e-3, 5_000);

    private ColourBenchmark() {}

    public static void main(String[] line) throws IOException {
        Arguments arguments = new Arguments(line);
        int heldOut = arguments.number("held-out", 2_000);
        int most = arguments.number("colours", Integer.MAX_VALUE);
        long seed = arguments.number("seed", 0);
        Split source =
                Split.of(colours(Path.of(arguments.text("source", "demo/photos/china.jpg"))), heldOut, most, seed);
        Split target =
                Split.of(colours(Path.of(arguments.text("target", "demo/photos/flower.jpg"))), heldOut, most, seed + 1);
        report("floor", null, source, target, seed);
        report("gaussian", new GaussianSpec(), source, target, seed);
        double budget = arguments.decimal("cpu-seconds", 30);
        report("auto", new AutoSpec(budget, AutoSpec.DEFAULT.steps()), source, target, seed);
    }

    private static void report(String name, @Nullable SolverSpec solver, Split source, Split target, long seed) {
        Points forward = target.other;
        Points inverse = source.other;
        double spent = 0;
        if (solver != null) {
            CpuClock clock = new CpuClock();
            double before = clock.seconds();
            DualPotentials map = train(solver, source.training, target.training, seed);
            spent = clock.seconds() - before;
            forward = map.transport(source.heldOut, Direction.FORWARD);
            inverse = map.transport(target.heldOut, Direction.INVERSE);
        }
        System.out.printf(
                Locale.ROOT,
                "{\"map\":\"%s\",\"colours\":%d,\"cpu_s\":%.1f,\"forward\":%s,\"inverse\":%s}%n",
                name,
                source.training.rows(),
                spent,
                divergence(forward, target.heldOut),
                divergence(inverse, source.heldOut));
    }

    private static DualPotentials train(SolverSpec solver, Points source, Points target, long seed) {
        TrainingProblem problem = new TrainingProblem(source, target, null, null, solver, seed);
        CpuClock clock = new CpuClock();
        Trainer trainer =
                solver instanceof AutoSpec auto ? new AutoTrainer(auto, clock::seconds) : Trainers.forSpec(solver);
        return switch (trainer.train(problem, new TrainingListener() {}, null)) {
            case TrainingOutcome.Completed completed -> {
                completed.notes().forEach(System.err::println);
                yield completed.potentials();
            }
            case TrainingOutcome outcome -> throw new IllegalStateException("the training ended as " + outcome);
        };
    }

    /** Both sets in the standardised coordinates of the second, where a divergence of 1 is a standard deviation. */
    private static String divergence(Points pushed, Points known) {
        Standardization standard = Standardization.of(Moments.of(known));
        SinkhornDivergence.Result result =
                SinkhornDivergence.between(standard.apply(pushed), standard.apply(known), SETTINGS);
        return String.format(Locale.ROOT, result.converged() ? "%.4f" : "\"%.4f, not converged\"", result.value());
    }

    private static Points colours(Path photo) throws IOException {
        BufferedImage image = ImageIO.read(photo.toFile());
        float[] values = new float[3 * image.getWidth() * image.getHeight()];
        int next = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                for (int shift = 16; shift >= 0; shift -= 8) {
                    values[next++] = (rgb >> shift & 0xff) / 255f;
                }
            }
        }
        return Points.of(values, values.length / 3, 3);
    }

    /** Pixels shuffled and cut: two held-out draws, and those to train on. */
    private record Split(Points heldOut, Points other, Points training) {

        static Split of(Points colours, int heldOut, int most, long seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            int[] order = new int[colours.rows()];
            for (int i = 0; i < order.length; i++) {
                int swap = random.nextInt(i + 1);
                order[i] = order[swap];
                order[swap] = i;
            }
            Points shuffled = colours.select(order);
            int end = (int) Math.min(colours.rows(), 2L * heldOut + most);
            return new Split(
                    shuffled.slice(0, heldOut), shuffled.slice(heldOut, 2 * heldOut), shuffled.slice(2 * heldOut, end));
        }
    }
}

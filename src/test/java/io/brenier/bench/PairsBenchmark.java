package io.brenier.bench;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.IdentitySpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.auto.AutoTrainer;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * auto against the instant answers on fresh samples: the Sinkhorn divergence of either direction's images, for each pair
 * named on the command line.
 */
public final class PairsBenchmark {

    private static final int MOST_TEST_POINTS = 2_000;

    private PairsBenchmark() {}

    public static void main(String[] line) throws IOException {
        Arguments arguments = new Arguments(line);
        Path digits = Path.of(arguments.text("digits", "../shared/data/digits/digits.csv.gz"));
        int seed = arguments.number("seed", 0);
        for (String name : List.of(arguments.text("pairs", "").split(","))) {
            new PairsBenchmark().run(TestPair.of(name, digits, seed), arguments.decimal("cpu-seconds", 60), seed);
        }
    }

    private void run(TestPair pair, double budget, long seed) {
        print(
                pair,
                "floor",
                0,
                divergence(pair, half(pair.testTarget(), 0), half(pair.testTarget(), 1)),
                divergence(pair, half(pair.testSource(), 0), half(pair.testSource(), 1)),
                "");
        for (SolverSpec spec : List.of(new IdentitySpec(), new GaussianSpec(), EntropicSpec.of(SinkhornSpec.DEFAULT))) {
            String name = spec.getClass().getSimpleName().replace("Spec", "").toLowerCase(Locale.ROOT);
            print(pair, name, 0, train(Trainers.forSpec(spec), spec, pair, seed));
        }
        CpuClock clock = new CpuClock();
        double begun = clock.seconds();
        AutoSpec spec = new AutoSpec(budget, AutoSpec.DEFAULT.steps());
        DualPotentials map = train(new AutoTrainer(spec, () -> clock.seconds() - begun), spec, pair, seed);
        print(pair, "auto", clock.seconds() - begun, map);
    }

    /** The divergences and, where the map is known, the unexplained variances. */
    private static void print(TestPair pair, String name, double seconds, DualPotentials map) {
        Points forward = map.transport(pair.testSource(), Direction.FORWARD);
        Points inverse = map.transport(pair.testTarget(), Direction.INVERSE);
        print(
                pair,
                name,
                seconds,
                divergence(pair, forward, pair.testTarget()),
                divergence(pair, inverse, pair.testSource()),
                pair.isMapped()
                        ? String.format(
                                Locale.ROOT,
                                ",\"uvp_forward\":%.2f,\"uvp_inverse\":%.2f",
                                UnexplainedVariance.percent(forward, pair.testTarget()),
                                UnexplainedVariance.percent(inverse, pair.testSource()))
                        : "");
    }

    private static double divergence(TestPair pair, Points pushed, Points known) {
        SinkhornSettings settings = new SinkhornSettings(pair.epsilon(), 1e-3, 5_000);
        return SinkhornDivergence.between(first(pushed), first(known), settings).value();
    }

    private static Points first(Points points) {
        return points.rows() <= MOST_TEST_POINTS ? points : points.slice(0, MOST_TEST_POINTS);
    }

    private static Points half(Points points, int which) {
        int middle = points.rows() / 2;
        return points.slice(which * middle, (which + 1) * middle);
    }

    private static DualPotentials train(Trainer trainer, SolverSpec spec, TestPair pair, long seed) {
        TrainingProblem problem = new TrainingProblem(pair.source(), pair.target(), null, null, spec, seed);
        TrainingOutcome outcome = trainer.train(problem, new TrainingListener() {}, null);
        if (outcome instanceof TrainingOutcome.Completed completed) {
            completed.notes().forEach(System.err::println);
            return completed.potentials();
        }
        throw new IllegalStateException("the training ended as " + outcome);
    }

    private static void print(TestPair pair, String map, double seconds, double forward, double inverse, String more) {
        System.out.printf(
                Locale.ROOT,
                "{\"pair\":\"%s\",\"map\":\"%s\",\"cpu_s\":%.1f,\"forward\":%.4f,\"inverse\":%.4f%s}%n",
                pair.name(),
                map,
                seconds,
                forward,
                inverse,
                more);
    }
}

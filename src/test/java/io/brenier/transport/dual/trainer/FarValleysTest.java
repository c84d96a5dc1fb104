package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.FarValley;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.optimizer.Optimizer;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** f is ½|x|² with a network that is taught a hole around (6, 0); g = |y|², whose guess of the argmin is 2y. */
class FarValleysTest {

    private static final int SEARCH_EVERY = 10;
    private static final float[] IDENTITY = {1, 0, 0, 1};
    private static final Potential G = new QuadraticMlpPotential(new float[] {2, 0, 0, 2}, new float[2], null);
    private static final Points SAMPLES = KnownPair.normal(400, 2, 3);
    private static final Points Y = Points.ofRows(
            new float[] {0.6f, 0},
            new float[] {0.7f, 0.1f},
            new float[] {0.75f, 0},
            new float[] {0.8f, -0.1f},
            new float[] {-0.5f, 0.5f});

    @Test
    void areSearchedForEverySoOften() {
        FarValleys valleys = new FarValleys(SEARCH_EVERY);

        assertThat(List.of(0L, 5L, 10L, 15L, 20L))
                .filteredOn(valleys::isSearchDue)
                .containsExactly(10L, 20L);
        assertThat(new FarValleys(0).isSearchDue(10)).isFalse();
    }

    @Test
    void ofAConvexPotentialThereAreNone() {
        FarValleys valleys = new FarValleys(SEARCH_EVERY);
        valleys.search(G, G, Y);

        assertThat(valleys.lesson(3, 256).isEmpty()).isTrue();
        assertThat(valleys.state()).isEmpty();
    }

    /** Samples alone leave the valley too deep. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areFilledByTheirLessons(boolean areTaught) {
        try (TrainablePotential f = withAHole();
                Optimizer optimizer = adam(f)) {
            FarValleys valleys = new FarValleys(SEARCH_EVERY);
            valleys.search(f.current(), G, Y);
            ValleyLesson lesson = valleys.lesson(0, 256);
            assertThat(isTooDeep(lesson, f)).isTrue();

            for (int update = 0; update < 60; update++) {
                if (areTaught) {
                    learn(f, optimizer, lesson);
                }
                try (ParameterGradient fit = regression(f, false)) {
                    optimizer.step(fit, 1e-4);
                }
            }

            assertThat(isTooDeep(lesson, f)).isEqualTo(!areTaught);
            float[] values = f.current().values(SAMPLES);
            assertThat(IntStream.range(0, SAMPLES.rows())
                            .mapToDouble(row -> Math.abs(values[row] - halfSquare(SAMPLES, row)))
                            .average())
                    .as("how far f is off where it knows samples")
                    .hasValueCloseTo(0.0, within(0.5));
        }
    }

    @Test
    void keepTheirGuessesWhileTheConjugateIsNoNumber() {
        try (TrainablePotential f = withAHole()) {
            FarValleys valleys = new FarValleys(SEARCH_EVERY);
            valleys.search(f.current(), G, Y);
            float[] nan = {Float.NaN, 0, 0, Float.NaN};
            valleys.search(f.current(), new QuadraticMlpPotential(nan, new float[2], null), Y);

            ValleyLesson lesson = valleys.lesson(1, 256);
            assertThat(lesson.isEmpty()).isFalse();
            for (float value : lesson.points().values()) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void takeTurnsInSmallBatches() {
        try (TrainablePotential f = withAHole()) {
            FarValleys valleys = new FarValleys(SEARCH_EVERY);
            valleys.search(f.current(), G, Y);
            valleys.search(f.current(), G, Y);

            List<FarValley> first = valleys.lesson(0, 20).valleys();
            List<FarValley> second = valleys.lesson(1, 20).valleys();

            assertThat(first).hasSize(1);
            assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void areKnownAgainFromTheirState() {
        try (TrainablePotential f = withAHole()) {
            FarValleys valleys = new FarValleys(SEARCH_EVERY);
            valleys.search(f.current(), G, Y);
            FarValleys resumed = new FarValleys(SEARCH_EVERY);
            resumed.restore(valleys.state(), 2);

            assertThat(resumed.lesson(1, 64).points())
                    .isEqualTo(valleys.lesson(1, 64).points());
            resumed.restore(Map.of(), 2);
            assertThat(resumed.lesson(1, 64).isEmpty()).isTrue();
        }
    }

    private static boolean isTooDeep(ValleyLesson lesson, TrainablePotential f) {
        float[] values = f.current().values(lesson.points());
        int count = lesson.valleys().size();
        return IntStream.range(0, count).anyMatch(i -> lesson.valleys().get(i).isTooDeep(values[i], values[count + i]));
    }

    private static void learn(TrainablePotential f, Optimizer optimizer, ValleyLesson lesson) {
        try (TrainablePotential.Evaluation known = f.evaluate(lesson.points());
                ParameterGradient up = known.weighted(lesson.weights(known.values(), 0))) {
            optimizer.step(up, 1e-3);
        }
    }

    private static TrainablePotential withAHole() {
        Mlp network = Mlp.initial(2, List.of(64, 64), 1, Activation.ELU, 5);
        TrainablePotential f = TrainablePotential.of(new QuadraticMlpPotential(IDENTITY, new float[2], network));
        try (Optimizer optimizer = adam(f)) {
            for (int step = 0; step < 400; step++) {
                try (ParameterGradient gradient = regression(f, true)) {
                    optimizer.step(gradient, 5e-3);
                }
            }
        }
        return f;
    }

    /** The gradient of half the mean square of f − ½|x|² at samples; where it is dug, half of them lie around (6, 0), and f has a hole there. */
    private static ParameterGradient regression(TrainablePotential f, boolean isDug) {
        int rows = SAMPLES.rows();
        float[] points = SAMPLES.values().clone();
        for (int row = 0; isDug && row < rows / 2; row++) {
            points[2 * row] = 6 + 1.5f * points[2 * row];
            points[2 * row + 1] *= 1.5f;
        }
        Points x = Points.of(points, rows, 2);
        float[] values = f.current().values(x);
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            double wanted = halfSquare(x, row) - (isDug ? hole(x, row) : 0);
            weights[row] = (float) ((values[row] - wanted) / rows);
        }
        return f.parameterGradient(x, weights);
    }

    private static double hole(Points x, int row) {
        double square = Math.pow(x.at(row, 0) - 6, 2) + Math.pow(x.at(row, 1), 2);
        return 60 * Math.exp(-square / 4);
    }

    private static double halfSquare(Points x, int row) {
        return (x.at(row, 0) * x.at(row, 0) + x.at(row, 1) * x.at(row, 1)) / 2;
    }

    private static Optimizer adam(TrainablePotential f) {
        OptimizerSpec spec = new OptimizerSpec(OptimizerSpec.Type.ADAM, 5e-3, 0.9, 0.95, 0, 0, Schedule.CONSTANT, 1, 0);
        return Optimizer.of(spec, f.parameters());
    }
}

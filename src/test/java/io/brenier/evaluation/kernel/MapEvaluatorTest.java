package io.brenier.evaluation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.brenier.evaluation.QuadraticPotentials;
import io.brenier.evaluation.cache.TestModels;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MapEvaluatorTest {

    private static final Conjugate AMORTIZED = new Conjugate.Amortized();
    private static final Conjugate REFINED = new Conjugate.Refined(LbfgsSpec.REFINED);
    private static final ResolvedModel MODEL = TestModels.model("a", 2);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EvaluationPool pool = new EvaluationPool(TestModels.properties());
    private final MapEvaluator evaluator =
            new MapEvaluator(TestModels.always(new QuadraticPotentials(4, 2)), pool, new EvaluationMetrics(registry));

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void movesForwardByTheGradient() {
        Evaluation moved = evaluator.transport(MODEL, Points.ofRows(new float[] {1, 2}), Direction.FORWARD, AMORTIZED);

        assertThat(moved.output()).isEqualTo(Points.ofRows(new float[] {4, 8}));
        assertThat(moved.rows()).isNull();
    }

    @Test
    void movesBackByTheGuess() {
        Evaluation moved = evaluator.transport(MODEL, Points.ofRows(new float[] {4, 8}), Direction.INVERSE, AMORTIZED);

        assertThat(moved.output()).isEqualTo(Points.ofRows(new float[] {2, 3}));
    }

    @Test
    void refinesTheGuess() {
        Evaluation moved = evaluator.transport(MODEL, Points.ofRows(new float[] {4, 8}), Direction.INVERSE, REFINED);

        assertThat(moved.output().at(0, 0)).isCloseTo(1, within(1e-3f));
        assertThat(moved.output().at(0, 1)).isCloseTo(2, within(1e-3f));
        RowReport rows = Objects.requireNonNull(moved.rows());
        assertThat(rows.outcomes()).containsExactly(RowOutcome.CONVERGED);
        assertThat(rows.iterations()[0]).isPositive();
        assertThat(rows.residuals()[0]).isLessThan(1e-3f);
    }

    @Test
    void callsForwardRowsExactWhereRefinementIsAskedFor() {
        Evaluation moved = evaluator.transport(MODEL, Points.ofRows(new float[] {1, 2}), Direction.FORWARD, REFINED);

        assertThat(Objects.requireNonNull(moved.rows()).outcomes()).containsExactly(RowOutcome.EXACT);
        assertThat(moved.unconverged()).isZero();
    }

    @Test
    void evaluatesPotentials() {
        Points points = Points.ofRows(new float[] {4, 8}, new float[] {0, 4});

        assertThat(evaluator
                        .potential(MODEL, points, Direction.FORWARD, AMORTIZED)
                        .output())
                .isEqualTo(Points.ofRows(new float[] {160}, new float[] {32}));
        // f*(y) = |y|²/8
        assertThat(evaluator
                        .potential(MODEL, points, Direction.INVERSE, AMORTIZED)
                        .output())
                .isEqualTo(Points.ofRows(new float[] {10}, new float[] {2}));
        Points refined =
                evaluator.potential(MODEL, points, Direction.INVERSE, REFINED).output();
        assertThat(refined.at(0, 0)).isCloseTo(10, within(1e-3f));
        assertThat(refined.at(1, 0)).isCloseTo(2, within(1e-3f));
    }

    @Test
    void answersEveryRowAsIfItWereAlone() {
        Points points = random(3_000);
        Evaluation together = evaluator.transport(MODEL, points, Direction.INVERSE, REFINED);

        for (int row = 0; row < points.rows(); row += 97) {
            Evaluation alone = evaluator.transport(MODEL, points.slice(row, row + 1), Direction.INVERSE, REFINED);
            assertThat(alone.output()).isEqualTo(together.output().slice(row, row + 1));
            assertThat(Objects.requireNonNull(alone.rows()).iterations()[0])
                    .isEqualTo(Objects.requireNonNull(together.rows()).iterations()[row]);
        }
    }

    @Test
    void tellsOfRowsThatDidNotConverge() {
        Conjugate impatient = new Conjugate.Refined(new LbfgsSpec(1e-8, 1, 1, 10));

        Evaluation moved = evaluator.transport(MODEL, random(300), Direction.INVERSE, impatient);

        assertThat(moved.unconverged()).isPositive();
        assertThat(registry.get("brenier.evaluation.rows.unconverged").counter().count())
                .isEqualTo(moved.unconverged());
    }

    @Test
    void refusesPointsOfAnotherDimension() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> evaluator.transport(MODEL, Points.zeros(1, 3), Direction.FORWARD, AMORTIZED))
                .withMessage("points have 3 columns; model 'colours' maps R^2")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DIMENSION_MISMATCH));
    }

    @Test
    void refusesToAnswerWithWhatIsNotFinite() {
        Points far = Points.ofRows(new float[] {1, 1}, new float[] {3e38f, 1});

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> evaluator.transport(MODEL, far, Direction.FORWARD, AMORTIZED))
                .withMessageContaining("row 1")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NON_FINITE_OUTPUT));
    }

    @Test
    void asksToComeBackWhenItShutsDown() {
        pool.close();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> evaluator.transport(MODEL, Points.zeros(1, 2), Direction.FORWARD, AMORTIZED))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SHUTTING_DOWN));
    }

    @Test
    void timesEvaluationsByDirectionConjugateAndBatch() {
        evaluator.transport(MODEL, random(65), Direction.INVERSE, REFINED);

        assertThat(registry.get("brenier.evaluation")
                        .tags("output", "transport", "direction", "inverse", "conjugate", "refined", "batch", "65-1024")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(registry.get("brenier.evaluation.rows").counter().count()).isEqualTo(65);
    }

    @Test
    void putsBatchesIntoFiveBuckets() {
        assertThat(IntStream.of(1, 2, 64, 65, 1024, 1025, 16_384, 16_385).mapToObj(EvaluationMetrics::bucket))
                .containsExactly("1", "2-64", "2-64", "65-1024", "65-1024", "1025-16384", "1025-16384", "more");
    }

    private static Points random(int rows) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        float[] values = new float[rows * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, 2);
    }
}

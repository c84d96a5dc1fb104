package io.brenier.transport.dual.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StandardProblemTest {

    @Test
    void everyTrainingSampleIsHeldOutInOneFoldAndTrainedOnInTheOthers() {
        StandardProblem problem = problem(53, 64);

        List<StandardProblem> folds = problem.folds(5);

        assertThat(folds).hasSize(5);
        assertThat(rows(folds, StandardProblem::heldOutSource))
                .containsExactlyInAnyOrderElementsOf(rows(List.of(problem), StandardProblem::source));
        assertThat(rows(folds, StandardProblem::heldOutTarget))
                .containsExactlyInAnyOrderElementsOf(rows(List.of(problem), StandardProblem::target));
        for (StandardProblem fold : folds) {
            assertThat(rows(List.of(fold), StandardProblem::source))
                    .doesNotContainAnyElementsOf(rows(List.of(fold), StandardProblem::heldOutSource))
                    .hasSize(problem.source().rows() - fold.heldOutSource().rows());
        }
    }

    @Test
    void theGaussianMapOfAFoldIsThatOfItsTrainingSamplesInTheSameCoordinates() {
        StandardProblem problem = problem(53, 64);

        StandardProblem fold = problem.folds(5).get(3);

        GaussianMap expected = GaussianMap.between(Moments.of(fold.source()), Moments.of(fold.target()));
        assertThat(fold.gaussian().forward().matrix()).isEqualTo(expected.matrix());
        assertThat(fold.gaussian().forward().shift()).isEqualTo(expected.shift());
        assertThat(fold.sourceUnits()).isEqualTo(problem.sourceUnits());
        assertThat(fold.targetUnits()).isEqualTo(problem.targetUnits());
    }

    @Test
    void samplesAreFewBelowTwentyADimension() {
        // A fifth of so few is held out.
        assertThat(problem(60, 90).hasFewSamples()).isTrue();
        assertThat(problem(75, 90).hasFewSamples()).isFalse();
    }

    private static StandardProblem problem(int sourceRows, int targetRows) {
        return StandardProblem.of(
                new TrainingProblem(normal(sourceRows, 1), normal(targetRows, 2), null, null, new GaussianSpec(), 3));
    }

    private static List<List<Float>> rows(List<StandardProblem> problems, Function<StandardProblem, Points> side) {
        List<List<Float>> rows = new ArrayList<>();
        for (StandardProblem problem : problems) {
            Points points = side.apply(problem);
            for (int i = 0; i < points.rows(); i++) {
                List<Float> row = new ArrayList<>();
                for (float value : points.row(i)) {
                    row.add(value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Points normal(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[3 * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, 3);
    }
}

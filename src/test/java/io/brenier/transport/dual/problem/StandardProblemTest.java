package io.brenier.transport.dual.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardProblemTest {

    @Test
    void everyTrainingSampleIsHeldOutInOneFoldAndTrainedOnInTheOthers() {
        StandardProblem problem = problem(53, 64);

        List<StandardProblem> folds = folds(problem);

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

        StandardProblem fold = folds(problem).get(3);

        GaussianMap expected = GaussianMap.between(Moments.of(fold.source()), Moments.of(fold.target()));
        assertThat(fold.gaussian().forward().matrix()).isEqualTo(expected.matrix());
        assertThat(fold.gaussian().forward().shift()).isEqualTo(expected.shift());
        assertThat(fold.sourceUnits()).isEqualTo(problem.sourceUnits());
        assertThat(fold.targetUnits()).isEqualTo(problem.targetUnits());
    }

    @Test
    void aFoldThatHoldsOutTheOnlyOtherPointOfASideIsNoProblem() {
        float[] values = new float[3 * 12];
        values[0] = 1;
        StandardProblem problem = StandardProblem.of(new TrainingProblem(
                Points.of(values, 12, 3), normal(40, 2), normal(5, 3), normal(5, 4), new GaussianSpec(), 3));

        assertThat(IntStream.range(0, 4).mapToObj(fold -> problem.fold(fold, 4, 7)))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }

    @Test
    void samplesAreFewBelowTwentyADimension() {
        // A fifth of so few is held out.
        assertThat(problem(60, 90).hasFewSamples()).isTrue();
        assertThat(problem(75, 90).hasFewSamples()).isFalse();
    }

    @Test
    void samplesAreNotFewWhereManyAreGivenToValidateWith() {
        StandardProblem problem = StandardProblem.of(new TrainingProblem(
                normal(40, 1), normal(40, 2), normal(400, 3), normal(400, 4), new GaussianSpec(), 3));

        assertThat(problem.hasFewSamples()).isFalse();
    }

    private static List<StandardProblem> folds(StandardProblem problem) {
        return IntStream.range(0, 5)
                .mapToObj(fold -> problem.fold(fold, 5, 9).orElseThrow())
                .toList();
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
        return GaussianMeasure.standard(3).sample(rows, seed);
    }
}

package io.brenier.transport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each metric against a case worked out by hand. */
class MetricsTest {

    private static final Offset<Double> TIGHT = within(1e-9);

    private final Points x = Points.ofRows(new float[] {0, 0}, new float[] {2, 0});
    private final Points y = Points.ofRows(new float[] {1, 0}, new float[] {3, 4});

    @Test
    void unexplainedVarianceIsTheSquaredErrorOverTheVariance() {
        Points predicted = Points.ofRows(new float[] {1, 1}, new float[] {3, 4});

        assertThat(UnexplainedVariance.percent(predicted, y, 10)).isCloseTo(5, TIGHT);
        assertThat(UnexplainedVariance.percent(predicted, y)).isCloseTo(5, TIGHT); // variances 2 and 8
        assertThat(UnexplainedVariance.percent(y, y)).isZero();
    }

    @Test
    void unexplainedVarianceIsAHundredForTheMapToTheMean() {
        Points truth = GaussianSamples.isotropic(10_000, 2, 1, 1, 2, 3);
        double[] mean = Moments.of(truth).mean();
        Points constant = Points.zeros(10_000, 3);
        for (int i = 0; i < constant.values().length; i++) {
            constant.values()[i] = (float) mean[i % 3];
        }

        assertThat(UnexplainedVariance.percent(constant, truth)).isCloseTo(100, within(0.02));
    }

    @Test
    void cosineIsOneForTheTruthAndForAnyMultipleOfItsDisplacement() {
        Points halfway = Points.ofRows(new float[] {0.5f, 0}, new float[] {2.5f, 2});

        assertThat(CosineSimilarity.ofDisplacements(x, y, y)).isCloseTo(1, TIGHT);
        assertThat(CosineSimilarity.ofDisplacements(x, y, halfway)).isCloseTo(1, TIGHT);
    }

    @Test
    void cosineWeighsLongDisplacementsMore() {
        // displacements (1, 0) and (1, 4); predicted (0, 1) and (1, 4): 17 / 18, where the rows' mean would be 1/2
        Points predicted = Points.ofRows(new float[] {0, 1}, new float[] {3, 4});

        assertThat(CosineSimilarity.ofDisplacements(x, y, predicted)).isCloseTo(17.0 / 18, TIGHT);
    }

    @Test
    void cosineIsNotANumberWhereNothingMoves() {
        assertThat(CosineSimilarity.ofDisplacements(x, y, x)).isNaN();
    }

    @Test
    void cycleErrorIsTheMeanDistance() {
        assertThat(CycleError.meanDistance(x, Points.ofRows(new float[] {3, 4}, new float[] {2, 1})))
                .isCloseTo(3, TIGHT);
        assertThat(CycleError.meanDistance(x, x)).isZero();
    }

    @Test
    void dualObjectiveIsTheSumOfTheMeans() {
        assertThat(DualObjective.of(new float[] {1, 2}, new float[] {1, 2, 6})).isCloseTo(4.5, TIGHT);
    }

    @Test
    void dualAndMapGiveTheSameDistanceForAShift() {
        Points source = GaussianSamples.isotropic(2_000, 1, 1, 0, 0);
        Points target = GaussianSamples.isotropic(2_000, 1, 1, 2, 0);

        // f(x) = ½|x|² + ⟨s, x⟩ and f*(y) = ½|y − s|² for the shift s
        float[] potentials = new float[2_000];
        float[] conjugates = new float[2_000];
        for (int i = 0; i < 2_000; i++) {
            potentials[i] = halfSquare(source.at(i, 0), source.at(i, 1)) + 2 * source.at(i, 0);
            conjugates[i] = halfSquare(target.at(i, 0) - 2, target.at(i, 1));
        }

        double dual = W2Squared.byDual(source, target, DualObjective.of(potentials, conjugates));
        assertThat(dual).isCloseTo(4, within(1e-4));
        assertThat(W2Squared.byMap(source, target)).isCloseTo(4, within(1e-4));
        assertThat(FeasibilityError.meanViolation(source, potentials, target, conjugates))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void feasibilityErrorIsTheMeanOfTheViolationsOverAllPairs() {
        // products: (0,0)·y = 0, 0; (2,0)·y = 2, 6. With f = (0, 1), g = (0.5, 1): −0.5, −1, 0.5, 4
        double violation = FeasibilityError.meanViolation(x, new float[] {0, 1}, y, new float[] {0.5f, 1});

        assertThat(violation).isCloseTo(4.5 / 4, TIGHT);
    }

    @Test
    void feasibilityViolationsAreToldByRowAndByColumn() {
        FeasibilityError.Violations violations =
                FeasibilityError.violations(x, new float[] {0, 1}, y, new float[] {0.5f, 1});

        assertThat(violations.ofSource()).containsExactly(new double[] {0, 2.25}, TIGHT);
        assertThat(violations.ofTarget()).containsExactly(new double[] {0.25, 2}, TIGHT);
        assertThat(violations.mean()).isCloseTo(4.5 / 4, TIGHT);
    }

    @Test
    void cycleDistancesAreToldByRow() {
        Points returned = Points.ofRows(new float[] {3, 4}, new float[] {2, 1});

        assertThat(CycleError.distances(x, returned)).containsExactly(new double[] {5, 1}, TIGHT);
    }

    @Test
    void refuseRowsThatDoNotBelongTogether() {
        Points one = Points.zeros(1, 2);

        assertThatThrownBy(() -> UnexplainedVariance.percent(one, y, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnexplainedVariance.percent(y, y, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CosineSimilarity.ofDisplacements(one, y, y))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CycleError.meanDistance(x, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> W2Squared.byMap(Points.zeros(0, 2), Points.zeros(0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> W2Squared.byDual(x, Points.zeros(2, 3), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DualObjective.of(new float[0], new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeasibilityError.meanViolation(x, new float[1], y, new float[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float halfSquare(float a, float b) {
        return (a * a + b * b) / 2;
    }
}

package io.brenier.transport.dual.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FinalMetricsTest {

    private static final int DIMENSION = 3;

    private final Points source = GaussianSamples.isotropic(2_000, 2, 1, 5, 0, 0);
    private final Points target = GaussianSamples.isotropic(2_000, 1, 2, 6, 2, 2);

    /** N(5 e₁, 4 I) → N((6, 2, 2), I): W2² = |(1, 2, 2)|² + 3 · (2 − 1)² = 12. */
    @Test
    void findTheDistanceOfGaussiansByDualAndByMap() {
        StandardProblem problem = problem(source, target);
        Map<String, Double> figures = gaussianFigures(problem);

        for (String name : List.of("w2_squared_dual", "w2_squared_primal")) {
            assertThat(figure(figures, name)).isCloseTo(12, within(2.0));
            assertThat(figure(figures, name))
                    .isBetween(figure(figures, name + "_low"), figure(figures, name + "_high"));
            assertThat(figure(figures, "half_" + name)).isEqualTo(figure(figures, name) / 2);
        }
        assertThat(figure(figures, "w2_squared")).isEqualTo(figure(figures, "w2_squared_dual"));
        assertThat(figure(figures, "duality_gap"))
                .isCloseTo(figure(figures, "w2_squared_primal") - figure(figures, "w2_squared_dual"), within(1e-12));
    }

    @Test
    void areThoseOfNoErrorForAnExactInverse() {
        Map<String, Double> figures = gaussianFigures(problem(source, target));

        assertThat(figures)
                .containsEntry("unconverged_rows", 0.0)
                .containsEntry("convexity_violation_rate", 0.0)
                .containsEntry("convexity_violation_size", 0.0);
        assertThat(figure(figures, "cycle_error_source")).isCloseTo(0, within(1e-5));
        assertThat(figure(figures, "cycle_error_target")).isCloseTo(0, within(1e-5));
        assertThat(figure(figures, "cycle_error")).isEqualTo(figure(figures, "cycle_error_source"));
        assertThat(figure(figures, "feasibility_error")).isCloseTo(0, within(1e-5));
    }

    /** The dual of x ↦ x is ½E|x|² + ½E|y|², and so W2² by it is 0; any better map gains half of its own W2². */
    @Test
    void sayWhatTrainingBoughtOverTheIdentity() {
        Map<String, Double> figures = gaussianFigures(problem(source, target));

        assertThat(figure(figures, "w2_squared_primal_identity")).isCloseTo(0, within(1e-6));
        assertThat(figure(figures, "validation_dual_identity"))
                .isCloseTo((25 + 12 + 44 + 3) / 2.0, withinPercentage(5));
        assertThat(figure(figures, "validation_dual_gain_identity"))
                .isCloseTo(figure(figures, "w2_squared") / 2, within(1e-3))
                .isBetween(
                        figure(figures, "validation_dual_gain_identity_low"),
                        figure(figures, "validation_dual_gain_identity_high"));
        for (String distance : List.of("sinkhorn_divergence", "mmd_squared", "energy_distance", "sliced_w2_squared")) {
            for (String direction : List.of("_forward", "_inverse")) {
                assertThat(figure(figures, distance + direction))
                        .as(distance + direction)
                        .isLessThan(figure(figures, distance + direction + "_identity") / 2)
                        .isCloseTo(figure(figures, distance + direction + "_floor"), within(0.3));
            }
        }
    }

    @Test
    void tieWithTheGaussianMapWhereItIsTheMap() {
        Map<String, Double> figures = gaussianFigures(problem(source, target));

        assertThat(figure(figures, "validation_dual_gain_gaussian")).isCloseTo(0, within(1e-5));
        assertThat(figure(figures, "mmd_squared_forward_gaussian")).isEqualTo(figure(figures, "mmd_squared_forward"));
    }

    @Test
    void callAWorseMapWorseThanTheGaussianOneBeyondDoubt() {
        StandardProblem problem = problem(source, target);
        NetworkPair shift = new NetworkPair(
                new QuadraticMlpPotential(new float[] {3, 0, 0, 0, 3, 0, 0, 0, 3}, new float[DIMENSION], null),
                problem.gaussian().amortizer(null));

        Map<String, Double> figures = FinalMetrics.of(problem, shift, new HeldOutScore(problem).of(shift));

        assertThat(figure(figures, "validation_dual_gain_gaussian_high")).isNegative();
        assertThat(figure(figures, "cycle_error_source")).isGreaterThan(1);
        assertThat(figure(figures, "sinkhorn_divergence_forward"))
                .isGreaterThan(2 * figure(figures, "sinkhorn_divergence_forward_gaussian"));
    }

    @Test
    void followTheUnitOfTheSamplesOrNone() {
        Map<String, Double> figures = gaussianFigures(problem(source, target));
        Map<String, Double> inMillimetres = gaussianFigures(problem(times(source, 1_000), times(target, 1_000)));

        for (String name : List.of("w2_squared_dual_low", "w2_squared_primal", "validation_dual_gain_identity")) {
            assertThat(figure(inMillimetres, name) / figure(figures, name))
                    .as(name)
                    .isCloseTo(1e6, withinPercentage(0.1));
        }
        for (String name : List.of("sinkhorn_divergence_forward", "mmd_squared_inverse_identity", "sinkhorn_epsilon")) {
            assertThat(figure(inMillimetres, name)).as(name).isCloseTo(figure(figures, name), within(1e-3));
        }
    }

    @Test
    void areTheSameForTheSamePoints() {
        assertThat(gaussianFigures(problem(source, target))).isEqualTo(gaussianFigures(problem(source, target)));
    }

    @Test
    void nameTheRivalsTheyAreGiven() {
        StandardProblem problem = problem(source, target);
        Rival gaussian = Rival.gaussian(problem);
        Rival other = Rival.of("entropic", problem, gaussian.pair());

        Map<String, Double> figures = FinalMetrics.of(problem, gaussian.pair(), gaussian.score(), List.of(other));

        assertThat(figures)
                .containsKeys("validation_dual_entropic", "sinkhorn_divergence_inverse_entropic")
                .doesNotContainKeys("validation_dual_identity", "validation_dual_gaussian");
    }

    @Test
    void haveNoFloorWhereNothingIsHeldOut() {
        Map<String, Double> figures = gaussianFigures(problem(source.slice(0, 8), target.slice(0, 8)));

        assertThat(figures.keySet()).noneMatch(name -> name.endsWith("_floor"));
        assertThat(figures).containsKeys("w2_squared", "sinkhorn_divergence_forward");
    }

    @Test
    void leaveOutWhatIsNoNumber() {
        StandardProblem problem = problem(source, target);
        NetworkPair broken = new NetworkPair(
                new QuadraticMlpPotential(new float[9], new float[] {Float.NaN, 0, 0}, null),
                problem.gaussian().amortizer(null));

        Map<String, Double> figures = FinalMetrics.of(problem, broken, new HeldOutScore(problem).of(broken));

        assertThat(figures.values()).allMatch(Double::isFinite);
        assertThat(figures)
                .containsKeys("validation_dual_gaussian", "unconverged_rows")
                .doesNotContainKeys("w2_squared", "sinkhorn_divergence_forward", "convexity_violation_rate");
    }

    private static double figure(Map<String, Double> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private static Map<String, Double> gaussianFigures(StandardProblem problem) {
        Rival gaussian = Rival.gaussian(problem);
        return FinalMetrics.of(problem, gaussian.pair(), gaussian.score());
    }

    private static StandardProblem problem(Points source, Points target) {
        return StandardProblem.of(new TrainingProblem(source, target, null, null, new GaussianSpec(), 1));
    }

    private static Points times(Points points, float factor) {
        float[] values = points.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Points.of(values, points.rows(), points.dimension());
    }
}

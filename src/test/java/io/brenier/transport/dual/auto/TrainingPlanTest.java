package io.brenier.transport.dual.auto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {

    @Test
    void theNetworksDoNotDependOnTheTimeThatIsLeft() {
        AutoSpec spec = new AutoSpec(405, 1_000);
        StandardProblem problem = gaussians(32, spec);

        TrainingPlan fresh = TrainingPlan.of(problem, spec, 404);
        TrainingPlan resumed = TrainingPlan.of(problem, spec, 380);

        assertThat(resumed.spec().potential()).isEqualTo(fresh.spec().potential());
        assertThat(resumed.spec().optimizer()).isEqualTo(fresh.spec().optimizer());
    }

    @Test
    void widensItsNetworksWhereThereIsTimeForThem() {
        AutoSpec brief = new AutoSpec(60, 1_000_000);
        AutoSpec patient = new AutoSpec(3_000, 1_000_000);

        assertThat(TrainingPlan.of(gaussians(2, brief), brief, 55)
                        .spec()
                        .potential()
                        .hidden())
                .containsOnly(64);
        assertThat(TrainingPlan.of(gaussians(2, patient), patient, 2_990)
                        .spec()
                        .potential()
                        .hidden())
                .containsOnly(128);
    }

    @Test
    void learnsMoreSlowlyWhereThereIsMoreTime() {
        AutoSpec brief = new AutoSpec(60, 1_000_000);
        AutoSpec patient = new AutoSpec(6_000, 1_000_000);

        double narrow = rate(gaussians(16, patient), patient) / rate(gaussians(16, brief), brief);
        double wide = rate(gaussians(64, patient), patient) / rate(gaussians(64, brief), brief);

        assertThat(narrow).isCloseTo(0.1, within(1e-9));
        assertThat(wide).isCloseTo(Math.pow(100, -0.2), within(1e-9));
        assertThat(rate(gaussians(16, brief), new AutoSpec(5, 1_000_000))).isEqualTo(rate(gaussians(16, brief), brief));
    }

    @Test
    void takesLargeBatchesWhereManyPointsOfFewDimensionsHaveMuchTime() {
        AutoSpec brief = new AutoSpec(60, 1_000_000);
        AutoSpec patient = new AutoSpec(3_000, 1_000_000);
        StandardProblem many = gaussians(4, 40_000, patient);

        assertThat(batch(many, patient)).isEqualTo(2_048);
        assertThat(batch(many, brief)).isEqualTo(1_024);
        assertThat(batch(gaussians(4, patient), patient)).isLessThan(200);
        assertThat(batch(gaussians(5, 40_000, patient), patient)).isEqualTo(1_024);
        assertThat(rate(many, patient)).isCloseTo(rate(many, brief) * Math.pow(50, -0.2), within(1e-9));
    }

    @Test
    void theMoreSamplesTheLessNoiseIsLeftAtTheEnd() {
        AutoSpec spec = new AutoSpec(60, 1_000_000);

        assertThat(loop(gaussians(3, 400, spec), spec).batchNoise().last()).isBetween(0.15, 0.2);
        assertThat(loop(gaussians(3, 5_000, spec), spec).batchNoise().last()).isCloseTo(0.0889, within(1e-4));
        assertThat(loop(gaussians(3, 12_000, spec), spec).batchNoise().last()).isLessThan(0.04);
        assertThat(loop(gaussians(3, 20_000, spec), spec).batchNoise()).isEqualTo(BatchNoise.NONE);
    }

    @Test
    void averagesOfFewSamplesReachFurtherBack() {
        AutoSpec spec = new AutoSpec(60, 1_000_000);

        assertThat(loop(gaussians(3, 5_000, spec), spec).averaging()).isEqualTo(0.998);
        assertThat(loop(gaussians(3, 20_000, spec), spec).averaging()).isEqualTo(0.99);
    }

    private static LoopSpec loop(StandardProblem problem, AutoSpec spec) {
        return TrainingPlan.of(problem, spec, spec.budgetSeconds()).spec().loop();
    }

    private static int batch(StandardProblem problem, AutoSpec spec) {
        return loop(problem, spec).batchSize();
    }

    private static double rate(StandardProblem problem, AutoSpec spec) {
        return TrainingPlan.of(problem, spec, spec.budgetSeconds())
                .spec()
                .optimizer()
                .learningRate();
    }

    private static StandardProblem gaussians(int dimension, AutoSpec spec) {
        return gaussians(dimension, 200, spec);
    }

    private static StandardProblem gaussians(int dimension, int rows, AutoSpec spec) {
        Points source = GaussianMeasure.standard(dimension).sample(rows, 1);
        Points target = GaussianMeasure.standard(dimension).sample(rows, 2);
        return StandardProblem.of(new TrainingProblem(source, target, null, null, spec, 0));
    }
}

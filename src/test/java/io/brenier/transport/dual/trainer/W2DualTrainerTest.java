package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingOutcome.Diverged;
import io.brenier.transport.dual.TrainingOutcome.Interrupted;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class W2DualTrainerTest {

    private static final KnownPair PAIR = new KnownPair();

    @Test
    void goesOnFromACheckpointAsIfItHadNotBeenInterrupted() {
        TrainingProblem problem = problem(Specs.small(60));
        Completed straight = (Completed) trainer(problem).train(problem, new RecordingListener(), null);

        Interrupted interrupted = (Interrupted) trainer(problem).train(problem, new RecordingListener(23), null);
        Checkpoint stored = new Checkpoint(
                interrupted.checkpoint().step(),
                interrupted.checkpoint().content().clone());
        Completed resumed = (Completed) trainer(problem).train(problem, new RecordingListener(), stored);

        assertThat(stored.step()).isEqualTo(23);
        Points points = PAIR.source(200, 99);
        for (Direction direction : Direction.values()) {
            assertThat(resumed.potentials().transport(points, direction))
                    .isEqualTo(straight.potentials().transport(points, direction));
        }
        assertThat(resumed.metrics()).isEqualTo(straight.metrics());
        assertThat(resumed.steps()).isEqualTo(60);
    }

    @Test
    void makesTheMapBetterThanTheGaussianOne() {
        TrainingProblem problem = problem(Specs.small(400));
        Completed start = (Completed)
                trainer(problem(Specs.small(0))).train(problem(Specs.small(0)), new RecordingListener(), null);

        Completed trained = (Completed) trainer(problem).train(problem, new RecordingListener(), null);

        assertThat(unexplained(start.potentials())).isGreaterThan(2);
        assertThat(unexplained(trained.potentials())).isLessThan(unexplained(start.potentials()) / 5);
        assertThat(trained.metrics().get("validation_dual"))
                .isLessThan(start.metrics().get("validation_dual"));
        Points y = PAIR.target(500, 77);
        Points back = trained.potentials().refineInverse(y, LbfgsSpec.REFINED).argmins();
        assertThat(UnexplainedVariance.percent(PAIR.source(500, 77), back)).isLessThan(3);
    }

    @Test
    void tellsProgressMetricsAndCheckpoints() {
        TrainingProblem problem = problem(Specs.small(100));
        RecordingListener listener = new RecordingListener();

        trainer(problem).train(problem, listener, null);

        assertThat(listener.progress).contains(10L, 100L);
        assertThat(listener.metrics.get(20L))
                .containsKeys(
                        "dual_objective",
                        "amortization_loss",
                        "w2_squared",
                        "unconverged_rows",
                        "conjugate_iterations",
                        "learning_rate",
                        "step_seconds",
                        "validation_dual",
                        "validation_cycle_error");
        assertThat(listener.checkpoints).extracting(Checkpoint::step).containsExactly(50L, 100L);
    }

    @Test
    void givesTheSameResultForTheSameSeedOnly() {
        TrainingProblem problem = problem(Specs.small(30));
        TrainingProblem other = new TrainingProblem(
                problem.source(), problem.target(), null, null, problem.solver(), problem.seed() + 1);

        DualPotentials first =
                ((Completed) trainer(problem).train(problem, new RecordingListener(), null)).potentials();
        DualPotentials again =
                ((Completed) trainer(problem).train(problem, new RecordingListener(), null)).potentials();
        DualPotentials differs = ((Completed) trainer(other).train(other, new RecordingListener(), null)).potentials();

        Points points = PAIR.source(50, 5);
        assertThat(again.transport(points, Direction.FORWARD)).isEqualTo(first.transport(points, Direction.FORWARD));
        assertThat(differs.transport(points, Direction.FORWARD))
                .isNotEqualTo(first.transport(points, Direction.FORWARD));
    }

    @Test
    void endsDivergedWhereTheLearningRateIsAbsurd() {
        TrainingProblem problem = problem(Specs.with(2_000, 10, OptimizerSpec.Type.SGD));
        RecordingListener listener = new RecordingListener();

        TrainingOutcome outcome = trainer(problem).train(problem, listener, null);

        assertThat(outcome).isInstanceOf(Diverged.class);
        Diverged diverged = (Diverged) outcome;
        assertThat(diverged.reason()).contains("step");
        assertThat(listener.warnings).isNotEmpty();
        Checkpoint lastGood = Objects.requireNonNull(diverged.lastGood());
        DualPotentials kept = trainer(problem).potentialsAt(problem, lastGood);
        assertThat(unexplained(kept)).isLessThan(20);
    }

    @Test
    void givesTheBestPairOfACheckpoint() {
        TrainingProblem problem = problem(Specs.small(100));
        RecordingListener listener = new RecordingListener();
        Completed completed = (Completed) trainer(problem).train(problem, listener, null);

        DualPotentials kept = trainer(problem).potentialsAt(problem, listener.checkpoints.getLast());

        Points points = PAIR.source(50, 6);
        assertThat(kept.transport(points, Direction.FORWARD))
                .isEqualTo(completed.potentials().transport(points, Direction.FORWARD));
    }

    @Test
    void givesTheBestPairOfACheckpointWhoseAmortizerIsAGradient() {
        W2DualSpec spec = Specs.small(100);
        ActNormIcnnSpec convex =
                new ActNormIcnnSpec(List.of(16, 16), ConvexActivation.ELU, true, 1, PotentialStart.GAUSSIAN);
        TrainingProblem problem = problem(spec.withAmortization(
                AmortizationSpec.regression(new AmortizerSpec.OfPotential(convex), spec.optimizer())));
        RecordingListener listener = new RecordingListener();
        Completed completed = (Completed) trainer(problem).train(problem, listener, null);

        DualPotentials kept = trainer(problem).potentialsAt(problem, listener.checkpoints.getLast());

        Points points = PAIR.source(50, 6);
        for (Direction direction : Direction.values()) {
            assertThat(kept.transport(points, direction))
                    .isEqualTo(completed.potentials().transport(points, direction));
        }
    }

    @Test
    void letsAListenersExceptionThroughAndResumesFromTheLastCheckpoint() {
        TrainingProblem problem = problem(Specs.small(60));
        RecordingListener listener = new RecordingListener();
        TrainingListener failing = new TrainingListener() {
            @Override
            public void onCheckpoint(Checkpoint checkpoint) {
                listener.onCheckpoint(checkpoint);
                throw new IllegalStateException("disk full");
            }
        };

        assertThatThrownBy(() -> trainer(problem).train(problem, failing, null)).hasMessage("disk full");
        Completed resumed =
                (Completed) trainer(problem).train(problem, new RecordingListener(), listener.checkpoints.getLast());
        Completed straight = (Completed) trainer(problem).train(problem, new RecordingListener(), null);

        assertThat(resumed.metrics()).isEqualTo(straight.metrics());
    }

    @Test
    void refusesCheckpointsOfAnotherProblem() {
        TrainingProblem problem = problem(Specs.small(40));
        Interrupted interrupted = (Interrupted) trainer(problem).train(problem, new RecordingListener(5), null);
        TrainingProblem other = new TrainingProblem(
                PAIR.source(2_000, 71), problem.target(), null, null, problem.solver(), problem.seed());

        assertThatThrownBy(() -> trainer(other).train(other, new RecordingListener(), interrupted.checkpoint()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another problem");
        byte[] damaged = interrupted.checkpoint().content().clone();
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> trainer(problem).train(problem, new RecordingListener(), new Checkpoint(5, damaged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesABatchLargerThanTheTrainingSet() {
        TrainingProblem problem =
                new TrainingProblem(PAIR.source(260, 1), PAIR.target(2_000, 2), null, null, Specs.small(10), 1);

        assertThatThrownBy(() -> trainer(problem).train(problem, new RecordingListener(), null))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class, e -> assertThat(e.member()).isEqualTo("batchSize"))
                .hasMessageContaining("256");
    }

    @Test
    void refusesSetsThatNothingCanBeLearnedFrom() {
        Points good = PAIR.source(500, 1);
        Points single = PAIR.source(1, 1);
        Points other = KnownPair.normal(500, 3, 1);
        Points broken = Points.of(good.values().clone(), 500, 2);
        broken.values()[7] = Float.NaN;

        assertThatThrownBy(() -> trainAndFail(single, good))
                .hasMessageContaining("source")
                .hasMessageContaining("1 point");
        assertThatThrownBy(() -> trainAndFail(good, single)).hasMessageContaining("target");
        assertThatThrownBy(() -> trainAndFail(good, other)).hasMessageContaining("dimension 2");
        assertThatThrownBy(() -> trainAndFail(broken, good)).hasMessageContaining("row 3");
        assertThatThrownBy(() -> trainAndFail(Points.zeros(500, 2), good)).hasMessageContaining("same");
    }

    private static void trainAndFail(Points source, Points target) {
        TrainingProblem problem = new TrainingProblem(source, target, null, null, Specs.small(10), 1);
        trainer(problem).train(problem, new RecordingListener(), null);
    }

    private static double unexplained(DualPotentials potentials) {
        Points x = PAIR.source(2_000, 1234);
        return UnexplainedVariance.percent(PAIR.map(x), potentials.transport(x, Direction.FORWARD));
    }

    private static Trainer trainer(TrainingProblem problem) {
        return Trainers.forSpec(problem.solver());
    }

    private static TrainingProblem problem(W2DualSpec spec) {
        return new TrainingProblem(PAIR.source(2_000, 1), PAIR.target(2_000, 2), null, null, spec, 7);
    }
}

package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.EnotSpec.AmortizationDerivative;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingOutcome.Interrupted;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnotTrainerTest {

    private static final KnownPair PAIR = new KnownPair();

    @ParameterizedTest
    @EnumSource
    void learnsBothWaysWithEitherDerivative(AmortizationDerivative derivative) {
        Completed trained = train(spec(500, 0, 1, 0.1, derivative));

        assertThat(unexplained(trained.potentials())).isLessThan(0.6);
        Points y = PAIR.target(2_000, 77);
        Points x = PAIR.source(2_000, 77);
        assertThat(UnexplainedVariance.percent(x, trained.potentials().transport(y, Direction.INVERSE)))
                .isLessThan(1.5);
        Points refined =
                trained.potentials().refineInverse(y, LbfgsSpec.REFINED).argmins();
        assertThat(UnexplainedVariance.percent(x, refined)).isLessThan(1.5);
    }

    @Test
    void learnsWithoutRegularizationAndWithAnExpectileBelowOne() {
        assertThat(unexplained(
                        train(spec(500, 0, 1, 0, AmortizationDerivative.EXACT)).potentials()))
                .isLessThan(1);
        assertThat(unexplained(train(spec(500, 0, 0.98, 0.25, AmortizationDerivative.EXACT))
                        .potentials()))
                .isLessThan(3);
    }

    /** From samples that are stratified, and from as many as are coupled. */
    @ParameterizedTest
    @ValueSource(ints = {20_000, 60_000})
    void goesOnFromACheckpointAsIfItHadNotBeenInterrupted(int rows) {
        EnotSpec spec = spec(60, 0, 1, 0.1, AmortizationDerivative.EXACT);
        TrainingProblem problem = problem(spec, rows);
        Completed straight =
                (Completed) new EnotTrainer(spec, TrainingClock.WALL).train(problem, new RecordingListener(), null);

        Interrupted interrupted =
                (Interrupted) new EnotTrainer(spec, TrainingClock.WALL).train(problem, new RecordingListener(23), null);
        Completed resumed = (Completed) new EnotTrainer(spec, TrainingClock.WALL)
                .train(problem, new RecordingListener(), interrupted.checkpoint());

        Points points = PAIR.source(200, 99);
        for (Direction direction : Direction.values()) {
            assertThat(resumed.potentials().transport(points, direction))
                    .isEqualTo(straight.potentials().transport(points, direction));
        }
    }

    /** Of a map that tears clusters apart, f has far valleys at first. */
    @Test
    void goesOnFromACheckpointWithTheValleysThatItKnew() {
        EnotSpec spec = spec(160, 0, 1, 0.1, AmortizationDerivative.EXACT).withValleySearchEvery(10);
        TrainingProblem problem =
                new TrainingProblem(clusters(3, 2_000, 1), clusters(10, 2_000, 2), null, null, spec, 7);
        Completed straight =
                (Completed) new EnotTrainer(spec, TrainingClock.WALL).train(problem, new RecordingListener(), null);

        Checkpoint checkpoint = ((Interrupted)
                        new EnotTrainer(spec, TrainingClock.WALL).train(problem, new RecordingListener(131), null))
                .checkpoint();
        Completed resumed = (Completed)
                new EnotTrainer(spec, TrainingClock.WALL).train(problem, new RecordingListener(), checkpoint);

        assertThat(DualState.ruleIn(DualState.read(checkpoint, Fingerprint.of(problem))))
                .isNotEmpty();
        Points points = clusters(3, 200, 99);
        assertThat(resumed.potentials().transport(points, Direction.FORWARD))
                .isEqualTo(straight.potentials().transport(points, Direction.FORWARD));
    }

    @Test
    void givesTheBestPairOfACheckpoint() {
        EnotSpec spec = looped(new LoopSpec(100, 0, 256, 50, 20, 0, 50, 0.99, BatchNoise.NONE));
        TrainingProblem problem = problem(spec);
        RecordingListener listener = new RecordingListener();
        Completed completed = (Completed) new EnotTrainer(spec, TrainingClock.WALL).train(problem, listener, null);

        DualPotentials kept =
                new EnotTrainer(spec, TrainingClock.WALL).potentialsAt(problem, listener.checkpoints.getLast());

        Points points = PAIR.source(50, 6);
        for (Direction direction : Direction.values()) {
            assertThat(kept.transport(points, direction))
                    .isEqualTo(completed.potentials().transport(points, direction));
        }
    }

    @Test
    void endsWithItsTimeBudgetAndCountsTheTimeOfEarlierAttempts() {
        EnotSpec spec = spec(1_000_000, 10, 1, 0.1, AmortizationDerivative.EXACT);
        TrainingProblem problem = problem(spec);

        Completed whole = (Completed) new EnotTrainer(spec, ticking()).train(problem, new RecordingListener(), null);
        Interrupted interrupted =
                (Interrupted) new EnotTrainer(spec, ticking()).train(problem, new RecordingListener(20), null);
        Completed resumed = (Completed)
                new EnotTrainer(spec, ticking()).train(problem, new RecordingListener(), interrupted.checkpoint());

        assertThat(whole.steps()).isBetween(40L, 60L);
        assertThat((double) resumed.steps()).isCloseTo(whole.steps(), within(2.0));
    }

    @Test
    void judgesItsLastWeightsEvenWhereTheTimeEndsWhileACheckpointIsWritten() {
        EnotSpec spec = looped(new LoopSpec(1_000_000, 10, 256, 50, 1_000, 0, 1_000, 0.99, BatchNoise.NONE));
        AtomicInteger seconds = new AtomicInteger();
        RecordingListener slow = new RecordingListener() {
            @Override
            public boolean checkpointDue() {
                return true;
            }

            @Override
            public void onCheckpoint(Checkpoint checkpoint) {
                seconds.addAndGet(4);
            }
        };

        Completed completed = (Completed) new EnotTrainer(spec, seconds::doubleValue).train(problem(spec), slow, null);

        assertThat(slow.metrics.get(completed.steps())).containsKey("validation_dual");
    }

    /** As many tight clusters in 16 dimensions. */
    private static Points clusters(int count, int rows, long seed) {
        Points noise = KnownPair.normal(rows, 16, seed);
        float[] values = noise.values();
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < 16; k++) {
                values[row * 16 + k] = 0.2f * values[row * 16 + k] + (k % count == row % count ? 2 : 0);
            }
        }
        return noise;
    }

    /** A tenth of a second passes whenever somebody looks. */
    private static TrainingClock ticking() {
        AtomicInteger looks = new AtomicInteger();
        return () -> looks.getAndIncrement() / 10.0;
    }

    private static Completed train(EnotSpec spec) {
        return (Completed)
                new EnotTrainer(spec, TrainingClock.WALL).train(problem(spec), new RecordingListener(), null);
    }

    private static double unexplained(DualPotentials potentials) {
        Points x = PAIR.source(2_000, 1234);
        return UnexplainedVariance.percent(PAIR.map(x), potentials.transport(x, Direction.FORWARD));
    }

    private static TrainingProblem problem(EnotSpec spec) {
        return problem(spec, 20_000);
    }

    private static TrainingProblem problem(EnotSpec spec, int rows) {
        return new TrainingProblem(PAIR.source(rows, 1), PAIR.target(rows, 2), null, null, spec, 7);
    }

    /** The usual networks in a loop of its own. */
    private static EnotSpec looped(LoopSpec loop) {
        return spec(1, 0, 1, 0.1, AmortizationDerivative.EXACT).withLoop(loop);
    }

    private static EnotSpec spec(
            long steps, double budget, double expectile, double regularization, AmortizationDerivative derivative) {
        MlpSpec network = new MlpSpec(List.of(32, 32), Activation.ELU, PotentialStart.GAUSSIAN);
        OptimizerSpec optimizer =
                new OptimizerSpec(OptimizerSpec.Type.SOAP, 1e-2, 0.9, 0.95, 0, 20, Schedule.COSINE, 1e-3, 0);
        LoopSpec loop = new LoopSpec(steps, budget, 256, 50, 0, 0, 1_000, 0.99, BatchNoise.NONE);
        return new EnotSpec(
                network,
                network,
                expectile,
                regularization,
                2,
                derivative,
                EnotSpec.VALLEY_SEARCH_EVERY,
                optimizer,
                loop);
    }
}

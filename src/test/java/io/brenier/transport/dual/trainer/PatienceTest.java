package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingOutcome.Interrupted;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.checkpoint.CheckpointCodec;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The end on a plateau of the held-out dual: between Gaussians, whose map is the start, there is nothing to be gained. */
class PatienceTest {

    private static final long STEPS = 400;
    private static final Points SOURCE = KnownPair.normal(2_000, 2, 1);
    private static final Points TARGET = KnownPair.normal(2_000, 2, 2);

    @Test
    void aRunWithAPatienceEndsEarlyAndSaysSo() {
        Completed ended = train(3, new RecordingListener(), null);

        assertThat(ended.steps()).isLessThan(STEPS);
        assertThat(ended.notes())
                .contains("The training ended at step %d of %d: the held-out dual had stopped to fall."
                        .formatted(ended.steps(), STEPS));
    }

    @Test
    void aRunWithoutAPatienceGoesToItsEnd() {
        Completed ended = train(0, new RecordingListener(), null);

        assertThat(ended.steps()).isEqualTo(STEPS);
        assertThat(ended.notes()).noneMatch(note -> note.contains("stopped to fall"));
    }

    @Test
    void aRunThatStillGainsIsLetGoOn() {
        KnownPair pair = new KnownPair();
        TrainingProblem problem = problem(pair.source(2_000, 1), pair.target(2_000, 2), 100, 3);

        Completed ended = (Completed) train(problem, new RecordingListener(), null);

        assertThat(ended.steps()).isEqualTo(100);
    }

    @Test
    void aStoppedAndResumedRunEndsWhereTheStraightOneDoes() {
        Completed straight = train(3, new RecordingListener(), null);
        RecordingListener stopping = new RecordingListener(straight.steps() - 1);
        Checkpoint beforeTheLastStep = ((Interrupted) train(problem(3), stopping, null)).checkpoint();

        Completed resumed = train(3, new RecordingListener(), beforeTheLastStep);

        assertThat(resumed.steps()).isEqualTo(straight.steps());
        assertThat(resumed.notes()).isEqualTo(straight.notes());
        assertThat(resumed.metrics()).isEqualTo(straight.metrics());
        Points points = KnownPair.normal(50, 2, 9);
        for (Direction direction : Direction.values()) {
            assertThat(resumed.potentials().transport(points, direction))
                    .isEqualTo(straight.potentials().transport(points, direction));
        }
    }

    @Test
    void checkpointsOfRunsWithoutAPatienceAreAsTheyWereBeforeThereWasOne() {
        RecordingListener listener = new RecordingListener();

        train(0, listener, null);

        assertThat(CheckpointCodec.decode(listener.checkpoints.getFirst().content()))
                .satisfies(
                        content -> assertThat(content.figures().keySet()).noneMatch(name -> name.startsWith("plateau")))
                .satisfies(content -> assertThat(content.fingerprint())
                        .contains("validateEvery=20, checkpointEvery=50")
                        .doesNotContain("patience"));
    }

    @Test
    void runsOfDifferentPatienceAreDifferentProblems() {
        RecordingListener listener = new RecordingListener();

        train(3, listener, null);

        assertThat(CheckpointCodec.decode(listener.checkpoints.getFirst().content())
                        .fingerprint())
                .contains("patience=3");
    }

    private static Completed train(int patience, RecordingListener listener, @Nullable Checkpoint resume) {
        return (Completed) train(problem(patience), listener, resume);
    }

    private static TrainingOutcome train(
            TrainingProblem problem, RecordingListener listener, @Nullable Checkpoint resume) {
        return W2DualTrainer.of((W2DualSpec) problem.solver(), TrainingClock.WALL)
                .train(problem, listener, resume);
    }

    private static TrainingProblem problem(int patience) {
        return problem(SOURCE, TARGET, STEPS, patience);
    }

    private static TrainingProblem problem(Points source, Points target, long steps, int patience) {
        LoopSpec loop = new LoopSpec(steps, 0, 256, 10, 20, patience, 50, 0.99, BatchNoise.NONE);
        return new TrainingProblem(
                source, target, null, null, Specs.small(steps).withLoop(loop), 7);
    }
}

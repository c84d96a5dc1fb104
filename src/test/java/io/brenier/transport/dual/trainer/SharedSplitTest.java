package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.SplitSeeds;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs that are to be compared must be scored on the same samples. */
class SharedSplitTest {

    private static final Points SOURCE = points(300, 1);
    private static final Points TARGET = points(400, 2);

    @Test
    void theSplitFollowsFromTheSeedWhereNothingElseIsSaid() {
        assertThat(held(1, null)).isEqualTo(held(1, RandomStream.splits(1))).isNotEqualTo(held(2, null));
    }

    @Test
    void runsOfSeveralSeedsThatShareSplitsAreScoredOnTheSameSamples() {
        SplitSeeds splits = RandomStream.splits(7);
        assertThat(held(1, splits)).isEqualTo(held(2, splits));
    }

    @Test
    void aTrainingTheOtherWayRoundHoldsTheSameSamplesOut() {
        TrainingProblem problem = problem(1, RandomStream.splits(7));
        List<TrainingProblem> seen = new ArrayList<>();
        new SwappedTrainer(new Recorder(seen)).train(problem, new TrainingListener() {}, null);
        StandardProblem swapped = StandardProblem.of(seen.getFirst());
        StandardProblem straight = StandardProblem.of(problem);
        assertThat(swapped.heldOutSource()).isEqualTo(straight.heldOutTarget());
        assertThat(swapped.heldOutTarget()).isEqualTo(straight.heldOutSource());
    }

    @Test
    void aCheckpointIsNotContinuedOnAnotherSplit() {
        assertThat(Fingerprint.of(problem(1, RandomStream.splits(7))))
                .isNotEqualTo(Fingerprint.of(problem(1, RandomStream.splits(8))))
                .isNotEqualTo(Fingerprint.of(problem(1, null)));
    }

    private static List<Points> held(long seed, @Nullable SplitSeeds splits) {
        StandardProblem problem = StandardProblem.of(problem(seed, splits));
        return List.of(problem.heldOutSource(), problem.heldOutTarget());
    }

    private static TrainingProblem problem(long seed, @Nullable SplitSeeds splits) {
        return new TrainingProblem(SOURCE, TARGET, null, null, new GaussianSpec(), seed, splits);
    }

    private static Points points(int rows, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, 2);
    }

    /** Trains nothing; keeps what it was asked to train. */
    private record Recorder(List<TrainingProblem> seen) implements Trainer {

        @Override
        public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
            seen.add(problem);
            return new TrainingOutcome.Diverged(0, "nothing was trained", null);
        }

        @Override
        public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
            throw new UnsupportedOperationException();
        }
    }
}

package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingOutcome.Interrupted;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

/** Sides that lie in memory only in part. */
class StreamedTrainingTest {

    private static final KnownPair PAIR = new KnownPair();
    private static final int IN_MEMORY = 300;

    @Test
    void learnsFromAllSamplesAndNotOnlyFromThoseInMemory() {
        W2DualSpec spec = Specs.small(400);

        double streamed = unexplained(train(spec, problem(spec, true)));
        double fromFew = unexplained(train(spec, problem(spec, false)));

        assertThat(streamed).isLessThan(1).isLessThan(fromFew / 2);
    }

    @Test
    void goesOnFromACheckpointAsIfItHadNotBeenInterrupted() {
        W2DualSpec spec = Specs.small(40);
        TrainingProblem problem = problem(spec, true);
        Completed straight = train(spec, problem);

        Interrupted interrupted = (Interrupted) trainer(spec).train(problem, new RecordingListener(17), null);
        Completed resumed = (Completed) trainer(spec).train(problem, new RecordingListener(), interrupted.checkpoint());

        Points points = PAIR.source(200, 99);
        assertThat(resumed.potentials().transport(points, Direction.FORWARD))
                .isEqualTo(straight.potentials().transport(points, Direction.FORWARD));
    }

    private static Trainer trainer(W2DualSpec spec) {
        return W2DualTrainer.of(spec, TrainingClock.WALL);
    }

    private static Completed train(W2DualSpec spec, TrainingProblem problem) {
        return (Completed) trainer(spec).train(problem, new RecordingListener(), null);
    }

    private static double unexplained(Completed trained) {
        Points x = PAIR.source(2_000, 1234);
        return UnexplainedVariance.percent(PAIR.map(x), trained.potentials().transport(x, Direction.FORWARD));
    }

    private static TrainingProblem problem(W2DualSpec spec, boolean streamed) {
        Points source = PAIR.source(20_000, 1);
        Points target = PAIR.target(20_000, 2);
        return new TrainingProblem(
                source.slice(0, IN_MEMORY),
                target.slice(0, IN_MEMORY),
                source.slice(19_000, 20_000),
                target.slice(19_000, 20_000),
                spec,
                7,
                null,
                streamed
                        ? new SampleStreams(
                                new Slices(source.slice(0, 19_000)), new Slices(target.slice(0, 19_000)), 5_000)
                        : SampleStreams.NONE);
    }

    /** Stretches of points that are in random order already. */
    private record Slices(Points points) implements SampleStream {

        @Override
        public long rows() {
            return points.rows();
        }

        @Override
        public int dimension() {
            return points.dimension();
        }

        @Override
        public Points stretch(long from, int count) {
            int[] rows = new int[count];
            for (int i = 0; i < count; i++) {
                rows[i] = (int) ((from + i) % points.rows());
            }
            return points.select(rows);
        }
    }
}

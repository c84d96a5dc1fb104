package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws the batches of a step, and noise: from the seed and the step alone, and of many samples also from the map that they are coupled along.
 */
public final class BatchSampler {

    /**
     * One step's points, standardised. Rows of different places are independent of each other; those of the same place are a pair where samples are
     * coupled.
     *
     * @param source x, [B, d]
     * @param target y, [B, d]
     */
    public record Batch(Points source, Points target) {

        /** The same with the sides exchanged. */
        public Batch swapped() {
            return new Batch(target, source);
        }
    }

    /** The batches of a step, as many as it wants. */
    @FunctionalInterface
    public interface Batches {

        /** Another one. */
        Batch next();
    }

    /** Samples of a side from which on the sides are coupled: fewer are learned by heart without the noise that this takes away. */
    private static final int ENOUGH_TO_COUPLE = 50_000;

    private final LoopSpec spec;
    private final long seed;
    private final BatchSource source;

    /**
     * @param batchesAStep how often a step asks for a batch
     * @param map along which very many samples are coupled; null where they are not to be
     * @param coupledBy of the run that is resumed; null at the beginning
     */
    public BatchSampler(
            StandardProblem problem,
            LoopSpec spec,
            int batchesAStep,
            long seed,
            @Nullable TrainedMap map,
            float @Nullable [] coupledBy) {
        this.spec = spec;
        this.seed = seed;
        SampleStreams streams = problem.streams();
        long pointsAStep = (long) batchesAStep * spec.batchSize();
        SampleStock x = streams.source() == null
                ? SampleStock.of(problem.source())
                : window(streams.source(), problem.sourceUnits(), RandomStream.SOURCE_WINDOWS, streams, pointsAStep);
        SampleStock y = streams.target() == null
                ? SampleStock.of(problem.target())
                : window(streams.target(), problem.targetUnits(), RandomStream.TARGET_WINDOWS, streams, pointsAStep);
        if (!problem.hasManySamples()) {
            // Uneven batches keep a network from learning few samples by heart.
            source = new IndependentSamples(x, y);
        } else if (map == null || problem.smallestStock() < ENOUGH_TO_COUPLE) {
            source = new StratifiedSamples(x, y);
        } else {
            source = new CoupledSamples(x, y, map, pointsAStep, coupledBy);
        }
    }

    private StreamWindow window(
            SampleStream stream, Standardization units, RandomStream purpose, SampleStreams streams, long pointsAStep) {
        int rows = Math.max(streams.windowRows(), spec.batchSize());
        return new StreamWindow(stream, units, purpose.seed(seed, 0), rows, pointsAStep);
    }

    /** The parameters of the map that the samples are coupled along, for a checkpoint; null where they are not. */
    public float @Nullable [] coupledBy() {
        return source instanceof CoupledSamples coupled ? coupled.parameters() : null;
    }

    public Batches at(long step, double progress) {
        SplittableRandom random = RandomStream.BATCHES.generator(seed, step);
        double deviation = spec.batchNoise().deviation(progress);
        return () -> noisy(source.draw(step, spec.batchSize(), random), random, deviation);
    }

    private static Batch noisy(Batch batch, SplittableRandom random, double deviation) {
        addNoise(batch.source().values(), random, deviation);
        addNoise(batch.target().values(), random, deviation);
        return batch;
    }

    private static void addNoise(float[] values, SplittableRandom random, double deviation) {
        if (deviation > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (deviation * random.nextGaussian());
            }
        }
    }
}

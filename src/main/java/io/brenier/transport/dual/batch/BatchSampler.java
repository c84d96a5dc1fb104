package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Draws the batches of a step, and noise, from the seed and the step alone. */
public final class BatchSampler {

    /**
     * One step's points, standardised.
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

    private final LoopSpec spec;
    private final long seed;
    private final LongFunction<BatchSource> source;
    private final LongFunction<BatchSource> target;

    /** @param batchesAStep how often a step asks for a batch */
    public BatchSampler(StandardProblem problem, LoopSpec spec, int batchesAStep, long seed) {
        this.spec = spec;
        this.seed = seed;
        SampleStreams streams = problem.streams();
        long pointsAStep = (long) batchesAStep * spec.batchSize();
        source = streams.source() == null
                ? inMemory(problem.source(), problem.hasManySamples())
                : windows(streams.source(), problem.sourceUnits(), RandomStream.SOURCE_WINDOWS, streams, pointsAStep);
        target = streams.target() == null
                ? inMemory(problem.target(), problem.hasManySamples())
                : windows(streams.target(), problem.targetUnits(), RandomStream.TARGET_WINDOWS, streams, pointsAStep);
    }

    /** Few samples are drawn independently: uneven batches keep a network from learning them by heart. */
    private static LongFunction<BatchSource> inMemory(Points samples, boolean many) {
        BatchSource all = many ? new Strata(samples) : BatchSource.independent(samples);
        return step -> all;
    }

    private LongFunction<BatchSource> windows(
            SampleStream stream, Standardization units, RandomStream purpose, SampleStreams streams, long pointsAStep) {
        int rows = Math.max(streams.windowRows(), spec.batchSize());
        return new StreamWindow(stream, units, purpose.seed(seed, 0), rows, pointsAStep)::at;
    }

    public Batches at(long step, double progress) {
        SplittableRandom random = RandomStream.BATCHES.generator(seed, step);
        double deviation = spec.batchNoise().deviation(progress);
        return () -> new Batch(
                noisy(source.apply(step).draw(spec.batchSize(), random), random, deviation),
                noisy(target.apply(step).draw(spec.batchSize(), random), random, deviation));
    }

    private static Points noisy(Points drawn, SplittableRandom random, double deviation) {
        if (deviation > 0) {
            float[] values = drawn.values();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (deviation * random.nextGaussian());
            }
        }
        return drawn;
    }
}

package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

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
    private final LongFunction<Strata> source;
    private final LongFunction<Strata> target;

    public BatchSampler(StandardProblem problem, LoopSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
        source = strata(
                problem.source(), problem.streams().source(), problem.sourceUnits(), RandomStream.SOURCE_WINDOWS);
        target = strata(
                problem.target(), problem.streams().target(), problem.targetUnits(), RandomStream.TARGET_WINDOWS);
    }

    /** Bytes that a side takes at most beside its resident points where it is streamed. */
    public static long windowBytes(int dimension) {
        return StreamWindow.bytes(dimension);
    }

    private LongFunction<Strata> strata(
            Points samples, @Nullable SampleStream stream, Standardization units, RandomStream windows) {
        if (stream == null) {
            Strata all = new Strata(samples);
            return step -> all;
        }
        return new StreamWindow(stream, units, windows, seed, spec.batchSize())::at;
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

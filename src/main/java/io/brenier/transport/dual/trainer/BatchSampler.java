package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws the batches of a step: indices or stretches, and noise, from the seed and the step alone. */
final class BatchSampler {

    /**
     * One step's points, standardised.
     *
     * @param source x, [B, d]
     * @param target y, [B, d]
     */
    record Batch(Points source, Points target) {

        /** The same with the sides exchanged. */
        Batch swapped() {
            return new Batch(target, source);
        }
    }

    private final StandardProblem problem;
    private final LoopSpec spec;
    private final long seed;

    BatchSampler(StandardProblem problem, LoopSpec spec, long seed) {
        this.problem = problem;
        this.spec = spec;
        this.seed = seed;
    }

    /** The batches of a step, as many as it wants. */
    @FunctionalInterface
    interface Batches {

        /** Another one. */
        Batch next();
    }

    Batches at(long step, double progress) {
        SplittableRandom random = RandomStream.BATCHES.generator(seed, step);
        double deviation = spec.batchNoise().deviation(progress);
        SampleStreams streams = problem.streams();
        return () -> new Batch(
                noisy(draw(problem.source(), streams.source(), problem.sourceUnits(), random), random, deviation),
                noisy(draw(problem.target(), streams.target(), problem.targetUnits(), random), random, deviation));
    }

    private Points draw(Points samples, @Nullable SampleStream stream, Standardization units, SplittableRandom random) {
        if (stream != null) {
            return units.apply(stream.stretch(random.nextLong(stream.rows()), spec.batchSize()));
        }
        int[] indices = new int[spec.batchSize()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = random.nextInt(samples.rows());
        }
        return samples.select(indices);
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

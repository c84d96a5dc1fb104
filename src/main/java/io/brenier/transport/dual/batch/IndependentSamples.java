package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** Each point by itself, uniformly. */
record IndependentSamples(SampleStock source, SampleStock target) implements BatchSource {

    @Override
    public Batch draw(long step, int count, SplittableRandom random) {
        return new Batch(draw(source.at(step), count, random), draw(target.at(step), count, random));
    }

    private static Points draw(Points points, int count, SplittableRandom random) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = random.nextInt(points.rows());
        }
        return points.select(rows);
    }
}

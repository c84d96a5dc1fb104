package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
import java.util.SplittableRandom;

/** Either side by itself, evenly. */
final class StratifiedSamples implements BatchSource {

    private final Strata source;
    private final Strata target;

    StratifiedSamples(SampleStock source, SampleStock target) {
        this.source = new Strata(source);
        this.target = new Strata(target);
    }

    @Override
    public Batch draw(long step, int count, SplittableRandom random) {
        return new Batch(source.draw(step, count, random), target.draw(step, count, random));
    }
}

package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
import java.util.SplittableRandom;

/** What the batches of a step are drawn from. */
@FunctionalInterface
interface BatchSource {

    /** So many points of either side, in random order. */
    Batch draw(long step, int count, SplittableRandom random);
}

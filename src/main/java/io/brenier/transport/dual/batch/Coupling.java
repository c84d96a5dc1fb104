package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
import io.brenier.transport.dual.batch.OrderedStock.Ordered;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/**
 * Source and target samples in two orders in which the k-th x is one whose image lies near the k-th y, and neighbours lie close together. A
 * batch of B takes one such pair from each of B strata of equal length. Of either side every sample is B/N times in a batch on average, exactly,
 * wherever the cuts fall and whatever the map: means over a batch, and differences of them, are unbiased. What the coupling takes away is their
 * variance: of q(y) − q(∇f(x)) there remains what q varies between a pair.
 *
 * <p>The batch's own order is random, so that the i-th x and the j-th y are independent for i ≠ j, but for i = j they are not.
 */
final class Coupling {

    private final Points source;
    private final Points target;
    private final int[] sourceOrder;
    private final int[] targetOrder;

    /**
     * @param images of the source's samples under a map onto the target's measure; the nearer to it, the nearer are the pairs
     * @param ordered the target's samples
     */
    Coupling(Points source, Points images, Ordered ordered) {
        this.source = source;
        target = ordered.points();
        targetOrder = ordered.order().rows();
        sourceOrder = ordered.order().following(images);
    }

    Batch draw(int count, SplittableRandom random) {
        StratifiedPlaces places = StratifiedPlaces.draw(count, random);
        return new Batch(places.of(source, sourceOrder), places.of(target, targetOrder));
    }
}

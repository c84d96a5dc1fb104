package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
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
     * @param targetOrder of the target's samples
     */
    Coupling(Points source, Points images, Points target, NeighbourOrder.Halved targetOrder) {
        this.source = source;
        this.target = target;
        this.targetOrder = targetOrder.rows();
        sourceOrder = targetOrder.following(images);
    }

    Batch draw(int count, SplittableRandom random) {
        int[] x = new int[count];
        int[] y = new int[count];
        for (int i = 0; i < count; i++) {
            double place = (i + random.nextDouble()) / count;
            // Shuffled on the way (Fisher and Yates).
            int swapped = random.nextInt(i + 1);
            x[i] = x[swapped];
            y[i] = y[swapped];
            x[swapped] = at(sourceOrder, place);
            y[swapped] = at(targetOrder, place);
        }
        return new Batch(source.select(x), target.select(y));
    }

    private static int at(int[] order, double place) {
        return order[Math.min(order.length - 1, (int) (place * order.length))];
    }
}

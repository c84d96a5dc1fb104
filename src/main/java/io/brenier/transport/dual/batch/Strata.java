package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One side's points, from which batches are drawn evenly: in {@link NeighbourOrder} they are cut into as many strata of equal length as a batch has
 * points, and each gives one, uniformly. Every point is B/N times in a batch of B out of N on average, exactly, wherever the cuts fall, so that a
 * batch's mean is unbiased; its variance loses what lies between the strata, in few dimensions nearly all. The batch's own order is random, so
 * that the i-th points of two batches are independent.
 */
final class Strata {

    private final SampleStock stock;
    private @Nullable Points ordered;
    private int[] order = new int[0];

    Strata(SampleStock stock) {
        this.stock = stock;
    }

    Points draw(long step, int count, SplittableRandom random) {
        Points points = stock.at(step);
        if (points != ordered) {
            order = NeighbourOrder.of(points).rows();
            ordered = points;
        }
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            int place = (int) ((i + random.nextDouble()) / count * order.length);
            // Shuffled on the way (Fisher and Yates).
            int swapped = random.nextInt(i + 1);
            rows[i] = rows[swapped];
            rows[swapped] = order[Math.min(order.length - 1, place)];
        }
        return points.select(rows);
    }
}

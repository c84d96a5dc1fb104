package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/**
 * Points from which batches are drawn evenly: ordered by {@link NeighbourOrder}, they are cut into as many strata of equal length as a
 * batch has points, and each gives one, uniformly. Every point is in a batch of B out of N with probability B/N exactly, wherever the cuts
 * fall, so that a batch's mean is unbiased; its variance loses what lies between the strata, in few dimensions nearly all. The batch's own
 * order is random, so that the i-th points of two batches are independent.
 */
final class Strata {

    private final Points points;
    private final int[] order;

    Strata(Points points) {
        this.points = points;
        order = NeighbourOrder.of(points);
    }

    /** A batch of so many points. */
    Points draw(int count, SplittableRandom random) {
        int[] rows = new int[count];
        double length = (double) order.length / count;
        for (int i = 0; i < count; i++) {
            int place = Math.min(order.length - 1, (int) ((i + random.nextDouble()) * length));
            // Shuffled on the way (Fisher and Yates).
            int swapped = random.nextInt(i + 1);
            rows[i] = rows[swapped];
            rows[swapped] = order[place];
        }
        return points.select(rows);
    }
}

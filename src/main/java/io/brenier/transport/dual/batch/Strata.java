package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Points from which batches are drawn evenly: ordered by {@link NeighbourOrder}, they are cut into as many strata of equal length as a
 * batch has points, and each gives one, uniformly. Every point is B/N times in a batch of B out of N on average, exactly, wherever the cuts
 * fall, so that a batch's mean is unbiased; its variance loses what lies between the strata, in few dimensions nearly all. The batch's own
 * order is random, so that the i-th points of two batches are independent.
 */
final class Strata implements BatchSource {

    private final Points points;
    /** From the first draw on: a run that makes no step needs none. */
    private int @Nullable [] order;

    Strata(Points points) {
        this.points = points;
    }

    @Override
    public Points draw(int count, SplittableRandom random) {
        int[] sorted = order;
        if (sorted == null) {
            sorted = NeighbourOrder.of(points);
            order = sorted;
        }
        int[] rows = new int[count];
        double length = (double) sorted.length / count;
        for (int i = 0; i < count; i++) {
            int place = Math.min(sorted.length - 1, (int) ((i + random.nextDouble()) * length));
            // Shuffled on the way (Fisher and Yates).
            int swapped = random.nextInt(i + 1);
            rows[i] = rows[swapped];
            rows[swapped] = sorted[place];
        }
        return points.select(rows);
    }
}

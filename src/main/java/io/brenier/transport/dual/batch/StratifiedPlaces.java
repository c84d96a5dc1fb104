package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/**
 * Places in an order, as fractions of its length: one in each of so many strata of equal length, uniformly, themselves in random order.
 *
 * @param fractions from 0 to 1
 */
record StratifiedPlaces(double[] fractions) {

    static StratifiedPlaces draw(int count, SplittableRandom random) {
        double[] fractions = new double[count];
        for (int i = 0; i < count; i++) {
            double place = (i + random.nextDouble()) / count;
            // Shuffled on the way (Fisher and Yates).
            int swapped = random.nextInt(i + 1);
            fractions[i] = fractions[swapped];
            fractions[swapped] = place;
        }
        return new StratifiedPlaces(fractions);
    }

    /** The points that stand there. */
    Points of(Points points, int[] order) {
        int[] rows = new int[fractions.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = order[Math.min(order.length - 1, (int) (fractions[i] * order.length))];
        }
        return points.select(rows);
    }
}

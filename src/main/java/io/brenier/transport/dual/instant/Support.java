package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** The points that a plan is solved between. */
final class Support {

    private Support() {}

    /** At most so many of the points, drawn without replacement, in random order. */
    static Points of(Points points, int most, RandomStream stream, long seed) {
        SplittableRandom random = stream.generator(seed, 0);
        int[] order = new int[points.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int count = Math.min(most, order.length);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, order.length);
            chosen[i] = order[other];
            order[other] = order[i];
        }
        return points.select(chosen);
    }
}

package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** What the points of a batch are drawn from. */
@FunctionalInterface
interface BatchSource {

    /** A batch of so many points, in random order. */
    Points draw(int count, SplittableRandom random);

    /** Each point by itself, uniformly. */
    static BatchSource independent(Points points) {
        return (count, random) -> {
            int[] rows = new int[count];
            for (int i = 0; i < count; i++) {
                rows[i] = random.nextInt(points.rows());
            }
            return points.select(rows);
        };
    }
}

package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.entropic.Weighted;
import io.brenier.transport.measure.Quantization;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** The points that a plan is solved between. */
final class Support {

    private Support() {}

    /** Up to so many dimensions cells are small, and their means stand for their points. */
    private static final int FEW_DIMENSIONS = 3;

    /** So many points say what the cells weigh. */
    private static final int MOST_COUNTED = 1 << 19;

    /** At most so many points that stand for all: in few dimensions the means of cells, with their weights; else a draw. */
    static Weighted weighted(Points points, int most, RandomStream stream, long seed) {
        if (points.rows() <= most || points.dimension() > FEW_DIMENSIONS) {
            return Weighted.uniform(of(points, most, stream, seed));
        }
        Quantization cells = Quantization.of(of(points, MOST_COUNTED, stream, seed), most);
        return new Weighted(cells.centres(), cells.weights());
    }

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

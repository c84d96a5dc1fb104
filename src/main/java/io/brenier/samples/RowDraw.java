package io.brenier.samples;

import io.brenier.platform.points.PointsSink;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/**
 * Draws some of the rows that pass by, without replacement, each subset as likely as any other: a row is taken with the probability that the rows
 * still wanted are of those still to come (Knuth, volume 2, algorithm S).
 */
final class RowDraw implements PointsSink {

    private static final long SEED = 1;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final float[] values;
    private final int dimension;
    private final int wanted;
    private long toCome;
    private int taken;

    RowDraw(long rows, int dimension, int most) {
        this.wanted = (int) Math.min(rows, most);
        this.dimension = dimension;
        this.values = new float[Math.multiplyExact(wanted, dimension)];
        this.toCome = rows;
    }

    @Override
    public void row(float[] row, int columns) {
        if (taken < wanted && random.nextLong(toCome) < wanted - taken) {
            System.arraycopy(row, 0, values, taken * dimension, dimension);
            taken++;
        }
        toCome--;
    }

    Points points() {
        if (taken != wanted) {
            throw new IllegalStateException("%d rows were drawn of %d wanted".formatted(taken, wanted));
        }
        return Points.of(values, wanted, dimension);
    }
}

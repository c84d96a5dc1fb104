package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * A draw from a few points whose clusters weigh what they weigh among many: the plane is cut into cells, and each cell gives as many points as its
 * share of the many asks for. Where clusters lie far apart, the luck of a plain draw in how many points each cluster has is a distance far
 * above that between two good maps.
 */
public final class BalancedDraw {

    private static final int CELLS = 64;

    private BalancedDraw() {}

    /**
     * At most {@code count} of the points. A cell that has too few gives all it has; then there are fewer.
     *
     * @param points to draw from, [n, d], in random order
     * @param many what tells the weights of the cells, in random order; of few dimensions
     */
    public static Points of(Points points, Points many, int count) {
        Points centres = many.slice(0, Math.min(CELLS, many.rows()));
        NearestCentre nearest = new NearestCentre(centres);
        int[] masses = new int[centres.rows()];
        for (int row = 0; row < many.rows(); row++) {
            masses[nearest.of(many, row)]++;
        }
        int[] left = shares(masses, count);
        int[] chosen = new int[count];
        int size = 0;
        for (int row = 0; row < points.rows() && size < count; row++) {
            int cell = nearest.of(points, row);
            if (left[cell] > 0) {
                left[cell]--;
                chosen[size++] = row;
            }
        }
        return points.select(Arrays.copyOf(chosen, size));
    }

    /** Whole numbers in the masses' proportion, of the given sum: what rounding down leaves over is carried to the next cell. */
    private static int[] shares(int[] masses, int count) {
        long total = 0;
        for (int mass : masses) {
            total += mass;
        }
        int[] shares = new int[masses.length];
        long sum = 0;
        long given = 0;
        for (int cell = 0; cell < masses.length; cell++) {
            sum += masses[cell];
            long upToHere = Math.round((double) sum * count / total);
            shares[cell] = (int) (upToHere - given);
            given = upToHere;
        }
        return shares;
    }
}

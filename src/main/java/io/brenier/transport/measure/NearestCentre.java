package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the nearest of some points in few dimensions: they are sorted by their first coordinate, and the search goes outward from the place of the
 * point asked about until that coordinate alone is too far. About √k of k centres are looked at in the plane. Of equals, the one earlier in
 * that order wins.
 */
final class NearestCentre {

    private final Points centres;
    private final int[] order;
    private final float[] first;

    /** @param centres [k, d], k at least 1 */
    NearestCentre(Points centres) {
        this.centres = centres;
        this.order = IntStream.range(0, centres.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> centres.at(j, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        this.first = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            first[i] = centres.at(order[i], 0);
        }
    }

    /** The row of the centre nearest to a row of the points. */
    int of(Points points, int row) {
        float x = points.at(row, 0);
        int right = place(x);
        int left = right - 1;
        int nearest = -1;
        float best = Float.POSITIVE_INFINITY;
        while (true) {
            float toLeft = left < 0 ? Float.POSITIVE_INFINITY : square(x - first[left]);
            float toRight = right == first.length ? Float.POSITIVE_INFINITY : square(first[right] - x);
            if (Math.min(toLeft, toRight) >= best) {
                return order[nearest];
            }
            int candidate = toLeft <= toRight ? left-- : right++;
            float distance = distance(points, row, order[candidate]);
            if (nearest < 0 || distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
    }

    /** The first place whose coordinate is not below x. */
    private int place(float x) {
        int low = 0;
        int high = first.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private float distance(Points points, int row, int centre) {
        float sum = 0;
        for (int k = 0; k < centres.dimension(); k++) {
            sum += square(points.at(row, k) - centres.at(centre, k));
        }
        return sum;
    }

    private static float square(float difference) {
        return difference * difference;
    }
}

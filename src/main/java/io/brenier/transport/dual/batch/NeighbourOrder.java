package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An order of points in which neighbours lie close together: the leaves of a k-d tree from left to right. Each node halves its points by the
 * median of the coordinate in which they spread most. Some n log n steps; deterministic.
 */
final class NeighbourOrder {

    private static final int LEAST_LEAF = 8;
    /** More strata than the usual batch has points; finer ones bring nothing. */
    private static final int LEAVES = 1 << 13;
    /** Points by which a node's spread is told. */
    private static final int PROBES = 128;
    /** Floats of a node that is copied together before it is halved further, since its rows lie scattered by then: they fit a second-level cache. */
    private static final int CACHED_VALUES = 1 << 17;

    private final float[] values;
    private final int dimension;
    private final int leaf;
    private final int[] order;
    private final float[] keys;
    private final SplittableRandom random = new SplittableRandom(1);

    private NeighbourOrder(Points points, int leaf) {
        values = points.values();
        dimension = points.dimension();
        this.leaf = leaf;
        order = new int[points.rows()];
        keys = new float[points.rows()];
    }

    /** The rows in this order. */
    static int[] of(Points points) {
        return of(points, Math.max(LEAST_LEAF, points.rows() / LEAVES));
    }

    private static int[] of(Points points, int leaf) {
        NeighbourOrder sorting = new NeighbourOrder(points, leaf);
        Arrays.setAll(sorting.order, i -> i);
        sorting.halve(0, sorting.order.length);
        return sorting.order;
    }

    private void halve(int from, int to) {
        if (to - from <= leaf) {
            return;
        }
        if (isCached(to - from) && !isCached(order.length)) {
            sortTogether(from, to);
            return;
        }
        int column = widest(from, to);
        for (int i = from; i < to; i++) {
            keys[i] = values[order[i] * dimension + column];
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle);
        halve(from, middle);
        halve(middle, to);
    }

    private boolean isCached(int rows) {
        return (long) rows * dimension <= CACHED_VALUES;
    }

    private void sortTogether(int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        int[] sorted = of(Points.of(values, order.length, dimension).select(rows), leaf);
        for (int i = 0; i < rows.length; i++) {
            order[from + i] = rows[sorted[i]];
        }
    }

    private int widest(int from, int to) {
        int stride = Math.max(1, (to - from) / PROBES);
        int widest = 0;
        double most = -1;
        for (int k = 0; k < dimension; k++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int i = from; i < to; i += stride) {
                double value = values[order[i] * dimension + k];
                sum += value;
                squares += value * value;
                count++;
            }
            double variance = squares / count - sum / count * (sum / count);
            if (variance > most) {
                most = variance;
                widest = k;
            }
        }
        return widest;
    }

    /** Hoare's selection: afterwards nothing before the place has a larger key, and nothing behind it a smaller one. */
    private void select(int first, int last, int place) {
        int low = first;
        int high = last;
        while (low < high) {
            float pivot = medianOfThree(probe(low, high), probe(low, high), probe(low, high));
            int i = low;
            int j = high;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i, j);
                    i++;
                    j--;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /** A key drawn from those between two places: no order of the samples makes the selection slow. */
    private float probe(int low, int high) {
        return keys[random.nextInt(low, high + 1)];
    }

    private void swap(int i, int j) {
        float key = keys[i];
        keys[i] = keys[j];
        keys[j] = key;
        int row = order[i];
        order[i] = order[j];
        order[j] = row;
    }

    private static float medianOfThree(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}

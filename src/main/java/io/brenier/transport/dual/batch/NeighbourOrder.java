package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An order of points in which neighbours lie close together: the leaves of a k-d tree from left to right. Each node halves its points by the
 * median of the coordinate in which they spread most. Other points can follow: halved by the same coordinates, each node by its own median, they
 * come to lie beside those points that they are near to, if both are of one measure. Some n log n steps; deterministic.
 */
final class NeighbourOrder {

    /** Points by which a node's spread is told. */
    private static final int PROBES = 128;
    /** Floats of a node that is copied together before it is halved further, since its rows lie scattered by then: they fit a second-level cache. */
    private static final int CACHED_VALUES = 1 << 17;

    private static final int ROOT = 1;

    private final float[] values;
    private final int dimension;
    /** By which coordinate a node is halved: the root is at 1, the halves of node i are at 2i and 2i + 1. */
    private final char[] columns;
    /** Whether these columns are known, and not found here. */
    private final boolean following;

    private final int[] order;
    private final float[] keys;
    private final SplittableRandom random = new SplittableRandom(1);

    private NeighbourOrder(Points points, char[] columns, boolean following) {
        values = points.values();
        dimension = points.dimension();
        this.columns = columns;
        this.following = following;
        order = new int[points.rows()];
        keys = new float[points.rows()];
        Arrays.setAll(order, i -> i);
    }

    /**
     * Rows in order, and how they were halved.
     *
     * @param rows of the points
     * @param columns of the nodes
     */
    record Halved(int[] rows, char[] columns) {

        /** Other points in the same order. */
        int[] following(Points others) {
            return sorted(others, columns, true, ROOT);
        }
    }

    static Halved of(Points points) {
        char[] columns = new char[Math.max(2, 2 * Integer.highestOneBit(Math.max(1, points.rows() - 1)))];
        return new Halved(sorted(points, columns, false, ROOT), columns);
    }

    private static int[] sorted(Points points, char[] columns, boolean following, int node) {
        NeighbourOrder sorting = new NeighbourOrder(points, columns, following);
        sorting.halve(node, 0, points.rows());
        return sorting.order;
    }

    private void halve(int node, int from, int to) {
        if (to - from <= 1 || node >= columns.length) {
            return;
        }
        if (isCached(to - from) && !isCached(order.length)) {
            sortTogether(node, from, to);
            return;
        }
        if (!following) {
            columns[node] = (char) widest(from, to);
        }
        int column = columns[node];
        for (int i = from; i < to; i++) {
            keys[i] = values[order[i] * dimension + column];
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle);
        halve(2 * node, from, middle);
        halve(2 * node + 1, middle, to);
    }

    private boolean isCached(int rows) {
        return (long) rows * dimension <= CACHED_VALUES;
    }

    private void sortTogether(int node, int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        int[] sorted = sorted(Points.of(values, order.length, dimension).select(rows), columns, following, node);
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

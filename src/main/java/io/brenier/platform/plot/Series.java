package io.brenier.platform.plot;

import java.util.Arrays;

/**
 * A line of a {@link LineChart}.
 *
 * @param x in ascending order
 * @param y of each x
 */
public record Series(String name, double[] x, double[] y, Colour colour) {

    public Series {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("%d x for %d y".formatted(x.length, y.length));
        }
    }

    /** This, with at most the first, least, greatest and last value of each of so many stretches: as much as that many pixels show. */
    Series thinned(int stretches) {
        if (x.length <= 4 * stretches) {
            return this;
        }
        int[] kept = new int[4 * stretches];
        int count = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) x.length * stretch / stretches);
            int to = (int) ((long) x.length * (stretch + 1) / stretches);
            int least = from;
            int greatest = from;
            for (int i = from; i < to; i++) {
                least = y[i] < y[least] ? i : least;
                greatest = y[i] > y[greatest] ? i : greatest;
            }
            kept[count++] = from;
            kept[count++] = Math.min(least, greatest);
            kept[count++] = Math.max(least, greatest);
            kept[count++] = to - 1;
        }
        int[] indices = Arrays.stream(kept).distinct().toArray();
        return new Series(
                name,
                Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).toArray(),
                colour);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that
                && name.equals(that.name)
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y)
                && colour.equals(that.colour);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "Series[%s, %d values]".formatted(name, x.length);
    }
}

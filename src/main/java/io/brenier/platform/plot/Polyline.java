package io.brenier.platform.plot;

import java.util.Arrays;

/**
 * Corners joined by straight lines: open, or closed where it bounds an area.
 *
 * @param x of each corner, in pixels
 * @param y of each corner, in pixels downwards
 */
public record Polyline(double[] x, double[] y) {

    public Polyline {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%d x for %d y".formatted(x.length, y.length));
        }
    }

    /** A straight line between two points. */
    public static Polyline segment(double x1, double y1, double x2, double y2) {
        return new Polyline(new double[] {x1, x2}, new double[] {y1, y2});
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polyline that && Arrays.equals(x, that.x) && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "Polyline[%d corners]".formatted(x.length);
    }
}

package io.brenier.transport.metric.interval;

/**
 * Where a figure lies, by the samples at hand.
 *
 * @param low its lower end; NaN where there is no telling
 * @param high its upper end; NaN where there is no telling
 */
public record Interval(double low, double high) {

    static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** Both ends times a positive factor. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    /** Both ends moved. */
    public Interval plus(double shift) {
        return new Interval(low + shift, high + shift);
    }

    /** Both ends where they are, or at the least value that the figure can have. */
    public Interval atLeast(double least) {
        return new Interval(Math.max(low, least), Math.max(high, least));
    }
}

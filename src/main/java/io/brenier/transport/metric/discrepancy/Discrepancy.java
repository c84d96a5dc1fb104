package io.brenier.transport.metric.discrepancy;

import io.brenier.transport.tensor.Points;

/**
 * How far a sample's distribution is from that of a known sample, whose part of the work is done once. Compare only values of the same
 * known sample, and with the value of a fresh sample of the known distribution: that is the floor.
 */
@FunctionalInterface
public interface Discrepancy {

    /**
     * The estimate; NaN where it cannot be made: for too few points, points that are not finite or iterations that did not suffice.
     *
     * @param sample [n, d]; the number of points may differ from the known sample's
     * @throws IllegalArgumentException if the dimension is another
     */
    double of(Points sample);
}

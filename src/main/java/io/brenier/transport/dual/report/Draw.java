package io.brenier.transport.dual.report;

import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.tensor.Points;

/** Draws some of many rows: a draw, not the first ones, since sets are often ordered. */
final class Draw {

    private Draw() {}

    /** All rows, or as many as are allowed; of two sets of equal size and with one seed the same ones. */
    static Points atMost(Points points, int most, long seed) {
        return points.rows() <= most
                ? points
                : HeldOutSplit.of(points, most, seed).heldOut();
    }
}

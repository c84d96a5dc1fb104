package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/** What lies in memory of a side, in {@link NeighbourOrder}: found at the first use, and anew for other points. */
final class OrderedStock {

    /** Points and their order. */
    record Ordered(Points points, NeighbourOrder.Halved order) {}

    private final SampleStock stock;
    private long number = -1;
    private @Nullable Ordered ordered;

    OrderedStock(SampleStock stock) {
        this.stock = stock;
    }

    Ordered at(long step) {
        Ordered known = ordered;
        if (known == null || step / stock.stepsEach() != number) {
            // The old points are let go before the next are read.
            ordered = null;
            Points points = stock.at(step);
            known = new Ordered(points, NeighbourOrder.of(points));
            ordered = known;
            number = step / stock.stepsEach();
        }
        return known;
    }

    long stepsEach() {
        return stock.stepsEach();
    }
}

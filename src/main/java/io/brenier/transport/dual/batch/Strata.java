package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.OrderedStock.Ordered;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/**
 * One side's points, from which batches are drawn evenly: in {@link NeighbourOrder} they are cut into as many strata of equal length as a batch has
 * points, and each gives one, uniformly. Every point is B/N times in a batch of B out of N on average, exactly, wherever the cuts fall, so that a
 * batch's mean is unbiased; its variance loses what lies between the strata, in few dimensions nearly all. The batch's own order is random, so
 * that the i-th points of two batches are independent.
 */
final class Strata {

    private final OrderedStock stock;

    Strata(SampleStock stock) {
        this.stock = new OrderedStock(stock);
    }

    Points draw(long step, int count, SplittableRandom random) {
        Ordered ordered = stock.at(step);
        return StratifiedPlaces.draw(count, random)
                .of(ordered.points(), ordered.order().rows());
    }
}

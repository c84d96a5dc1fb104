package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a stream that is kept in memory for as many steps as use it up: strata of a long stretch are even, and it is read once. Which
 * stretch follows from the seed and the step alone.
 */
final class StreamWindow {

    private static final int MOST_VALUES = 1 << 24;
    private static final int MOST_ROWS = 1 << 20;
    /** How often each of its rows is drawn, on average, before it is replaced: ordering a window costs as much as some hundred steps. */
    private static final int USES = 4;

    private final SampleStream stream;
    private final Standardization units;
    private final RandomStream purpose;
    private final long seed;
    private final int rows;
    private final long stepsEach;
    private long number = -1;
    private @Nullable Strata strata;

    /** @param batch points of a step */
    StreamWindow(SampleStream stream, Standardization units, RandomStream purpose, long seed, int batch) {
        this.stream = stream;
        this.units = units;
        this.purpose = purpose;
        this.seed = seed;
        rows = (int) Math.min(stream.rows(), Math.max(batch, mostRows(stream.dimension())));
        stepsEach = rows == stream.rows() ? Long.MAX_VALUE : Math.max(1, (long) USES * rows / batch);
    }

    /** What a window takes at most: as it was read, standardised, and while it is put in order. */
    static long bytes(int dimension) {
        return (long) mostRows(dimension) * (2L * Float.BYTES * dimension + Integer.BYTES + Float.BYTES);
    }

    private static int mostRows(int dimension) {
        return Math.min(MOST_ROWS, MOST_VALUES / dimension);
    }

    /** The window of a step. */
    Strata at(long step) {
        Strata known = strata;
        if (known == null || step / stepsEach != number) {
            number = step / stepsEach;
            long from = purpose.generator(seed, number).nextLong(stream.rows());
            // The old one is let go before the next is read.
            strata = null;
            known = new Strata(units.apply(stream.stretch(from, rows)));
            strata = known;
        }
        return known;
    }
}

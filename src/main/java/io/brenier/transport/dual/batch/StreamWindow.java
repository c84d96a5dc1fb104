package io.brenier.transport.dual.batch;

import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a stream that is kept in memory for as many steps as use it up: strata of a long stretch are even, and it is read once. Which
 * stretch follows from the seed and the step alone.
 */
final class StreamWindow {

    /** How often each of its rows is drawn, on average, before it is replaced: ordering a window costs as much as some hundred steps. */
    private static final int USES = 4;

    private static final int MOST_ROWS = 1 << 20;

    private final SampleStream stream;
    private final Standardization units;
    private final long seed;
    private final int rows;
    private final long stepsEach;
    private long number = -1;
    private @Nullable Strata strata;

    /**
     * @param seed of the stretches
     * @param rows of a window, at most
     * @param pointsAStep that a step draws
     */
    StreamWindow(SampleStream stream, Standardization units, long seed, int rows, long pointsAStep) {
        this.stream = stream;
        this.units = units;
        this.seed = seed;
        this.rows = (int) Math.min(stream.rows(), Math.min(MOST_ROWS, rows));
        stepsEach = this.rows == stream.rows() ? Long.MAX_VALUE : Math.max(1, (long) USES * this.rows / pointsAStep);
    }

    /** The window of a step. */
    Strata at(long step) {
        Strata known = strata;
        if (known == null || step / stepsEach != number) {
            number = step / stepsEach;
            long from = new SplittableRandom(seed + number).nextLong(stream.rows());
            // The old one is let go before the next is read.
            strata = null;
            known = new Strata(units.apply(stream.stretch(from, rows)));
            strata = known;
        }
        return known;
    }
}

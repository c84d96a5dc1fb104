package io.brenier.transport.dual.batch;

import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a stream that is kept in memory for as many steps as use it up: batches of a long stretch are even, and it is read once. Which
 * stretch follows from the seed and the step alone.
 */
final class StreamWindow implements SampleStock {

    private static final int MOST_ROWS = 1 << 20;

    private final SampleStream stream;
    private final Standardization units;
    private final long seed;
    private final int rows;
    private final long stepsEach;
    private long number = -1;
    private @Nullable Points window;

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
        stepsEach = this.rows == stream.rows() ? Long.MAX_VALUE : SampleStock.stepsOf(this.rows, pointsAStep);
    }

    @Override
    public Points at(long step) {
        Points known = window;
        if (known == null || step / stepsEach != number) {
            number = step / stepsEach;
            long from = new SplittableRandom(seed + number).nextLong(stream.rows());
            // The old one is let go before the next is read.
            window = null;
            known = units.apply(stream.stretch(from, rows));
            window = known;
        }
        return known;
    }

    @Override
    public long stepsEach() {
        return stepsEach;
    }
}

package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;

/** What lies in memory of a side for the batches of a step to be drawn from. */
interface SampleStock {

    /** How often each sample is drawn, on average, before a window is replaced or the samples are coupled anew: that costs as much as some hundred steps. */
    int USES = 4;

    /** The same points for all steps from one multiple of {@link #stepsEach} to the next. */
    Points at(long step);

    long stepsEach();

    /** For how many steps so many rows are enough. */
    static long stepsOf(int rows, long pointsAStep) {
        return Math.max(1, (long) USES * rows / pointsAStep);
    }

    /** All of them, always. */
    static SampleStock of(Points all) {
        return new SampleStock() {
            @Override
            public Points at(long step) {
                return all;
            }

            @Override
            public long stepsEach() {
                return Long.MAX_VALUE;
            }
        };
    }
}

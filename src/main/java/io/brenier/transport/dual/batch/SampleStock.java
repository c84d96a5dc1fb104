package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;

/** What lies in memory of a side for the batches of a step to be drawn from. */
interface SampleStock {

    /** The same points for all steps from one multiple of {@link #stepsEach} to the next. */
    Points at(long step);

    long stepsEach();

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

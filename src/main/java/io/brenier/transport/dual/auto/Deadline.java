package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;

/**
 * Stops at a time, and wherever the listener stops.
 *
 * @param end of the clock
 */
record Deadline(TrainingListener listener, TrainingClock clock, double end) implements TrainingListener {

    @Override
    public boolean shouldStop() {
        return clock.seconds() > end || listener.shouldStop();
    }
}

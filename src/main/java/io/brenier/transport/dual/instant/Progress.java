package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.TrainingListener;

/** Counts iterations on a listener's behalf, and remembers that it asked for a stop. Serves one run. */
final class Progress {

    private static final int REPORT_EVERY = 10;

    private final TrainingListener listener;
    private final long total;
    private long made;
    private boolean stopped;

    /** @param total the most iterations that there may be */
    Progress(TrainingListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /** Asked before every iteration: whether to end the run. */
    boolean stopsHere() {
        stopped |= listener.shouldStop();
        if (!stopped) {
            made++;
            if (made % REPORT_EVERY == 0) {
                listener.onProgress(Math.min(made, total), total);
            }
        }
        return stopped;
    }

    boolean stopped() {
        return stopped;
    }

    long made() {
        return made;
    }
}

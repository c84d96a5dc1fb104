package io.brenier.training.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How fast an attempt goes, and when it will be done if it goes on so. */
final class Pace {

    private long from;
    private @Nullable Instant since;

    void begin(long completed, Instant now) {
        from = completed;
        since = now;
    }

    /** When all is done; null while nothing is known. */
    @Nullable
    Instant end(long completed, long total, Instant now) {
        if (since == null || completed <= from) {
            return null;
        }
        double millisPerUnit = (double) Duration.between(since, now).toMillis() / (completed - from);
        return now.plusMillis((long) (millisPerUnit * Math.max(0, total - completed)));
    }
}

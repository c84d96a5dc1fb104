package io.brenier.training.run;

import io.brenier.platform.database.DatabaseOutage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does again what failed because the database or the blob store does not answer, until it succeeds, the process goes down or too much time has
 * passed: a training of hours should not be lost to an outage of minutes.
 */
final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Patience() {}

    /** What may have to be done more than once. */
    @FunctionalInterface
    interface Task<T> {
        T perform() throws IOException;
    }

    static <T> T insist(Run run, Task<T> task) throws IOException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return task.perform();
            } catch (IOException | RuntimeException failure) {
                if (!passing(failure) || System.nanoTime() > deadline || run.shutsDownWithin(PAUSE)) {
                    throw failure;
                }
                log.warn("Tried again, since it may pass: {}", failure.toString());
            }
        }
    }

    /** Whether the same may succeed later: not what is simply not there. */
    static boolean passing(@Nullable Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped -> passing(wrapped.getCause());
            case NoSuchFileException _, FileNotFoundException _ -> false;
            case IOException _ -> true;
            case null -> false;
            default -> DatabaseOutage.is(failure);
        };
    }
}

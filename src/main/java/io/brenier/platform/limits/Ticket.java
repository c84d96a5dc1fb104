package io.brenier.platform.limits;

import io.brenier.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** What one request was given, to be given back when it is over. Used by the request's thread alone. */
final class Ticket implements AutoCloseable {

    private @Nullable Admission admission;
    private long given;

    /** @throws ProblemException overloaded */
    void enter(Admission by) {
        by.begin();
        admission = by;
    }

    /** @throws ProblemException overloaded, payload_too_large */
    void take(long bytes) {
        if (admission != null) {
            admission.take(bytes);
            given += bytes;
        }
    }

    @Override
    public void close() {
        if (admission != null) {
            admission.end(given);
            admission = null;
            given = 0;
        }
    }
}

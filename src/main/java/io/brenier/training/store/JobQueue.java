package io.brenier.training.store;

import java.util.UUID;

/** Where queued jobs wait for a worker. */
public interface JobQueue {

    /** Puts an entry for the job into the queue, in the caller's transaction. */
    void enqueue(UUID job);
}

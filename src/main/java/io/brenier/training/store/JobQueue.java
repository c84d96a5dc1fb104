package io.brenier.training.store;

import io.brenier.training.job.Device;
import java.time.Instant;
import java.util.UUID;

/** Where queued jobs wait for a worker. */
public interface JobQueue {

    /**
     * Puts an entry for the job into the queue, in the caller's transaction: workers with the device find it.
     *
     * @param place before the entries of later times
     */
    void enqueue(UUID job, Device device, Instant place);
}

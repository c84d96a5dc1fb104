package io.brenier.training.store;

import io.brenier.training.job.Device;
import java.util.UUID;

/** Where queued jobs wait for a worker. */
public interface JobQueue {

    /** Puts an entry for the job into the queue, in the caller's transaction: workers with the device find it. */
    void enqueue(UUID job, Device device);
}

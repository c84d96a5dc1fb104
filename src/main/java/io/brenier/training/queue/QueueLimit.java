package io.brenier.training.queue;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.Quotas;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.store.Jobs;
import org.springframework.stereotype.Component;

/** Keeps the queue from growing without end, and each owner within bounds. */
@ConditionalOnRole(Role.API)
@Component
public class QueueLimit {

    private static final int RETRY_SECONDS = 30;

    private final Jobs jobs;
    private final TrainingProperties properties;
    private final Quotas quotas;

    QueueLimit(Jobs jobs, TrainingProperties properties, Quotas quotas) {
        this.jobs = jobs;
        this.properties = properties;
        this.quotas = quotas;
    }

    /**
     * @param coming how many jobs are to be put into the queue
     * @throws ProblemException queue_full; quota_exceeded where the caller has too much
     */
    public void requireRoom(int coming) {
        quotas.requireRoom(0);
        quotas.requireRoomInQueue(jobs::ownQueueDepth, coming);
        long waiting = jobs.queueDepthUpTo(properties.maxQueued() + 1L);
        if (waiting + coming > properties.maxQueued()) {
            throw ProblemException.retryLater(
                    ProblemCode.QUEUE_FULL,
                    "%d jobs wait, %s to come, and no more than %d may wait (brenier.training.max-queued); ask again later, or cancel some."
                            .formatted(waiting, coming == 1 ? "1 is" : coming + " are", properties.maxQueued()),
                    RETRY_SECONDS);
        }
    }
}

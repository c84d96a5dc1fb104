package io.brenier.training.store;

import io.brenier.training.job.JobStatus;
import java.util.UUID;

/**
 * Told after the commit: something of the job changed, were it only an event or its progress.
 *
 * @param status the job's new status where a verb changed it, else the present one
 * @param moved whether the status changed
 */
public record JobChanged(UUID job, JobStatus status, boolean moved) {}

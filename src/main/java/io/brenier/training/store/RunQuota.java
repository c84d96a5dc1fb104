package io.brenier.training.store;

import io.brenier.platform.limits.Quotas;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * No more of one owner's jobs run at a time than the quota says. A job whose turn comes too early leaves the queue, so that it stands in nobody's
 * way, and comes back to the place that it had by its submission.
 */
@Component
public class RunQuota {

    private static final Set<JobStatus> HELD = Set.of(JobStatus.RUNNING, JobStatus.PAUSING, JobStatus.CANCELLING);

    private final JobStore jobs;
    private final JobWriter writer;
    private final JobQueue queue;
    private final Quotas quotas;

    RunQuota(JobStore jobs, JobWriter writer, JobQueue queue, Quotas quotas) {
        this.jobs = jobs;
        this.writer = writer;
        this.queue = queue;
        this.quotas = quotas;
    }

    /** Whether the job was held back: too many of its owner run, or an older one waits for the same. Its entry of the queue is done with then. */
    @Transactional
    public boolean holdBack(UUID id) {
        if (!quotas.limitRuns()) {
            return false;
        }
        Job job = jobs.lock(id).orElse(null);
        if (job == null || job.status() != JobStatus.QUEUED || mayRun(job)) {
            return false;
        }
        writer.apply(job, (waiting, _) -> waiting.holdBack());
        return true;
    }

    private boolean mayRun(Job job) {
        return quotas.allowsAnotherRun(jobs.count(job.plan().owner(), HELD)) && !jobs.olderHeldBack(job);
    }

    /** The jobs that are the first, of their owner and device, of those held back. */
    @Transactional(readOnly = true)
    public List<UUID> firstHeldBack() {
        return jobs.firstHeldBack();
    }

    /** Whether there is room again for the job that was held back; it stands in the queue then. */
    @Transactional
    public boolean letGo(UUID id) {
        Job job = jobs.lock(id).filter(Job::heldBack).orElse(null);
        if (job == null || !quotas.allowsAnotherRun(jobs.count(job.plan().owner(), HELD) + jobs.olderInQueue(job))) {
            return false;
        }
        writer.apply(job, (waiting, _) -> waiting.letGo());
        queue.enqueue(id, job.plan().device(), job.createdAt());
        return true;
    }
}

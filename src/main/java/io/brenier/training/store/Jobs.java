package io.brenier.training.store;

import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Ownership;
import io.brenier.training.job.Device;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobEvent;
import io.brenier.training.job.JobPlan;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.LoggedStep;
import io.brenier.training.job.StoredCheckpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The jobs, as a client sees and moves them; those of others are not there. */
@Component
public class Jobs {

    private final JobStore jobs;
    private final JobWriter writer;
    private final EventStore events;
    private final MetricStore metrics;
    private final CheckpointStore checkpoints;
    private final JobQueue queue;
    private final Ownership ownership;
    private final Ids ids;
    private final Clock clock;

    Jobs(
            JobStore jobs,
            JobWriter writer,
            EventStore events,
            MetricStore metrics,
            CheckpointStore checkpoints,
            JobQueue queue,
            Ownership ownership,
            Ids ids,
            Clock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.events = events;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.queue = queue;
        this.ownership = ownership;
        this.ids = ids;
        this.clock = clock;
    }

    /** An identifier for a job to come. */
    public UUID nextId() {
        return ids.next();
    }

    /** Makes the job and its entry of the queue, both or neither. */
    @Transactional
    public Job create(UUID id, JobPlan plan) {
        Job job = Job.queued(id, plan, clock.instant());
        writer.create(job);
        queue.enqueue(id, plan.device(), job.createdAt());
        return get(id);
    }

    /** @throws ProblemException job_not_found */
    @Transactional(readOnly = true)
    public Job get(UUID id) {
        return jobs.find(id).filter(this::seen).orElseThrow(() -> unknown(id));
    }

    /**
     * At most so many jobs, newest first.
     *
     * @param sweep only its jobs; null: all
     * @param before only those made before this job; null: from the newest
     */
    @Transactional(readOnly = true)
    public List<Job> page(Set<JobStatus> statuses, @Nullable UUID sweep, @Nullable UUID before, int limit) {
        return jobs.page(ownership.confinedTo(), statuses, sweep, before, limit);
    }

    /** The jobs of the sweep that are still there, in the order in which it made them. */
    @Transactional(readOnly = true)
    public List<Job> ofSweep(UUID sweep) {
        return jobs.ofSweep(sweep);
    }

    /** How many jobs of each status each of the sweeps has; a sweep without jobs is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<JobStatus, Integer>> countsOfSweeps(Collection<UUID> sweeps) {
        return jobs.countsOfSweeps(sweeps);
    }

    @Transactional
    public Job cancel(UUID id) {
        Job job = lock(id);
        writer.apply(job, Job::cancel);
        return get(id);
    }

    /** Cancels those of the sweep's jobs that have not ended. */
    @Transactional
    public void cancelSweep(UUID sweep) {
        for (UUID id : jobs.unendedOfSweep(sweep)) {
            jobs.lock(id).filter(job -> !job.status().ended()).ifPresent(job -> writer.apply(job, Job::cancel));
        }
    }

    /** Forgets the jobs of a sweep all of whose jobs have ended. */
    @Transactional
    public void deleteSweep(UUID sweep) {
        jobs.ofSweep(sweep).forEach(Job::requireDeletable);
        jobs.deleteOfSweep(sweep);
    }

    @Transactional
    public Job pause(UUID id) {
        Job job = lock(id);
        writer.apply(job, Job::pause);
        return get(id);
    }

    @Transactional
    public Job resume(UUID id) {
        Job job = lock(id);
        boolean paused = job.status() == JobStatus.PAUSED;
        writer.apply(job, Job::resume);
        if (paused) {
            queue.enqueue(id, job.plan().device(), clock.instant());
        }
        return get(id);
    }

    /** Forgets an ended job with its events, figures and checkpoints. Its model stays. */
    @Transactional
    public void delete(UUID id) {
        lock(id).requireDeletable();
        jobs.delete(id);
    }

    @Transactional(readOnly = true)
    public List<JobEvent> events(UUID id, long after, int limit) {
        get(id);
        return events.after(id, after, limit);
    }

    @Transactional(readOnly = true)
    public List<LoggedStep> metrics(UUID id, long afterStep, int limit) {
        get(id);
        return metrics.after(id, afterStep, limit);
    }

    @Transactional(readOnly = true)
    public List<StoredCheckpoint> checkpoints(UUID id) {
        get(id);
        return checkpoints.of(id);
    }

    /** The versions of the given jobs, as far as they exist: cheap enough to be asked several times a second. */
    public Map<UUID, JobVersion> versions(Collection<UUID> ids) {
        return jobs.versions(ids);
    }

    /** How many of the jobs that ask for the device wait for a worker. */
    public long queueDepth(Device device) {
        return jobs.count(device, Set.of(JobStatus.QUEUED));
    }

    /** How many of the jobs that ask for the device workers hold, whichever process they are in. */
    public long heldByWorkers(Device device) {
        return jobs.count(device, Set.of(JobStatus.RUNNING, JobStatus.PAUSING, JobStatus.CANCELLING));
    }

    /** How many jobs wait for a worker, counted no further than to the limit. */
    public long queueDepthUpTo(long limit) {
        return jobs.queuedUpTo(limit);
    }

    /** How many of them are the caller's. */
    public long ownQueueDepth() {
        return jobs.count(ownership.owner(), Set.of(JobStatus.QUEUED));
    }

    /** How long the oldest of those that wait has waited; zero where none does. */
    public Duration queueAge() {
        Instant now = clock.instant();
        return jobs.oldestQueued()
                .map(since -> Duration.between(since, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    private boolean seen(Job job) {
        return ownership.sees(job.plan().owner());
    }

    private Job lock(UUID id) {
        return jobs.lock(id).filter(this::seen).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.of(ProblemCode.JOB_NOT_FOUND, "there is no training job %s".formatted(id));
    }
}

package io.brenier.training.store;

import io.brenier.training.job.Device;
import io.brenier.training.job.EventType;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobError;
import io.brenier.training.job.JobEvent;
import io.brenier.training.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Jobs of the queue, as the fleet has workers for them or has none. */
@Component
public class WaitingJobs {

    private final JobStore jobs;
    private final JobWriter writer;

    WaitingJobs(JobStore jobs, JobWriter writer) {
        this.jobs = jobs;
        this.writer = writer;
    }

    /** Somebody has these devices: no job that asks for one of them misses a worker any more. */
    @Transactional
    public void served(Set<Device> devices) {
        jobs.markServed(devices);
    }

    /** At most so many of the jobs that ask for the device and have not been told that nobody has it. */
    @Transactional(readOnly = true)
    public List<UUID> untold(Device device, int limit) {
        return jobs.queuedAndThoughtServed(device, limit);
    }

    /** Tells the job, once, that nobody has what it asks for. */
    @Transactional
    public void tellUnserved(UUID id, String message) {
        ifQueued(id, job -> {
            if (job.unservedSince() == null) {
                writer.apply(job, Job::findUnserved);
                writer.event(
                        job,
                        EventType.WARNING,
                        JobEvent.Level.WARNING,
                        message,
                        Map.of("device", job.plan().device().wireName()));
            }
        });
    }

    /** At most so many of the jobs that ask for the device and that nobody could take since before the given time. */
    @Transactional(readOnly = true)
    public List<UUID> unservedSinceBefore(Device device, Instant time, int limit) {
        return jobs.unservedSinceBefore(device, time, limit);
    }

    /** Ends the job, unless it has been taken or a worker has come meanwhile. */
    @Transactional
    public void giveUp(UUID id, JobError cause) {
        ifQueued(id, job -> {
            if (job.unservedSince() != null) {
                writer.apply(job, (waiting, now) -> waiting.giveUp(cause, now));
            }
        });
    }

    private void ifQueued(UUID id, Consumer<Job> change) {
        jobs.lock(id).filter(job -> job.status() == JobStatus.QUEUED).ifPresent(change);
    }
}

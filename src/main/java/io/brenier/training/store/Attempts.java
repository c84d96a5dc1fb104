package io.brenier.training.store;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.models.NewModelVersion;
import io.brenier.training.job.EventType;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobError;
import io.brenier.training.job.JobEvent;
import io.brenier.training.job.JobLostException;
import io.brenier.training.job.JobProgress;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.LoggedStep;
import io.brenier.training.job.StoredCheckpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What workers write. Every write is fenced by the attempt: one that does not hold its job any more gets a {@link JobLostException} and
 * changes nothing.
 */
@Component
public class Attempts {

    private final JobStore jobs;
    private final JobWriter writer;
    private final MetricStore metrics;
    private final CheckpointStore checkpoints;
    private final ModelPublisher models;
    private final Clock clock;

    Attempts(
            JobStore jobs,
            JobWriter writer,
            MetricStore metrics,
            CheckpointStore checkpoints,
            ModelPublisher models,
            Clock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.models = models;
        this.clock = clock;
    }

    /** Takes the job from the queue; empty where it is gone or does not wait any more. */
    @Transactional
    public Optional<Job> take(UUID id, String worker, String entry) {
        Optional<Job> waiting = jobs.lock(id).filter(job -> job.status() == JobStatus.QUEUED);
        waiting.ifPresent(job -> {
            writer.apply(job, (taken, now) -> taken.take(worker, entry, now));
            metrics.forgetBeyond(
                    id, checkpoints.last(id).map(StoredCheckpoint::step).orElse(-1L));
        });
        return waiting.flatMap(job -> jobs.find(id));
    }

    @Transactional(readOnly = true)
    public Optional<StoredCheckpoint> lastCheckpoint(UUID id) {
        return checkpoints.last(id);
    }

    /** Writes how far the run is and what it logged since the last report, and tells how the job stands. */
    @Transactional
    public JobStatus report(UUID id, int attempt, RunReport report) {
        Instant now = clock.instant();
        if (!jobs.writeProgress(id, attempt, report.progress(), report.ranMillis(), now)) {
            throw new JobLostException(id, attempt);
        }
        Job job = jobs.find(id).orElseThrow(() -> new JobLostException(id, attempt));
        for (LoggedStep logged : report.logged()) {
            metrics.append(id, logged.step(), logged.figures(), logged.at());
        }
        if (!report.logged().isEmpty()) {
            LoggedStep last = report.logged().getLast();
            writer.event(
                    job,
                    EventType.METRICS,
                    JobEvent.Level.INFO,
                    "Step %d of %d.".formatted(last.step(), report.progress().total()),
                    figures(last));
        }
        for (RunMessage message : report.messages()) {
            writer.event(job, message.type(), message.level(), message.text(), Map.of());
        }
        writer.changed(job);
        return job.status();
    }

    /** Keeps a checkpoint and forgets all but the last so many. */
    @Transactional
    public void keep(UUID id, StoredCheckpoint checkpoint, int count) {
        Job job = lockHeld(id, checkpoint.attempt());
        put(job, checkpoint);
        checkpoints.keepLast(id, count);
    }

    /** As {@link #keep}, and forgets none: the last good state of a run that diverged may be older than its other checkpoints. */
    @Transactional
    public void keepLastGood(UUID id, StoredCheckpoint checkpoint) {
        put(lockHeld(id, checkpoint.attempt()), checkpoint);
    }

    private void put(Job job, StoredCheckpoint checkpoint) {
        long before = checkpoints.last(job.id()).map(StoredCheckpoint::step).orElse(-1L);
        checkpoints.put(job.id(), checkpoint);
        if (checkpoint.step() > before) {
            writer.apply(job, (held, _) -> held.madeProgress());
        }
        writer.event(
                job,
                EventType.CHECKPOINT_CREATED,
                JobEvent.Level.INFO,
                "A checkpoint was written at step %d.".formatted(checkpoint.step()),
                Map.of(
                        "step", checkpoint.step(),
                        "size", checkpoint.blob().size(),
                        "sha256", checkpoint.blob().sha256()));
    }

    /** Applies a verb to the job that the attempt holds. */
    @Transactional
    public Job change(UUID id, int attempt, BiConsumer<Job, Instant> verb) {
        Job job = lockHeld(id, attempt);
        writer.apply(job, verb);
        return job;
    }

    /** Registers the model and ends the job as succeeded, both or neither. A job that a client wants cancelled gets no model. */
    @Transactional
    public Job publish(UUID id, int attempt, NewModelVersion version) {
        Job job = lockHeld(id, attempt);
        if (job.status() == JobStatus.CANCELLING) {
            writer.apply(job, Job::stopped);
        } else {
            ModelVersionId made = models.publish(version);
            writer.apply(job, (held, now) -> held.succeed(made, version.metrics(), version.notes(), now));
        }
        return job;
    }

    /** Registers what serves until the job's map is trained. */
    @Transactional
    public void publishProvisional(UUID id, int attempt, NewModelVersion version) {
        Job job = lockHeld(id, attempt);
        ModelVersionId made = models.publishProvisional(version);
        writer.event(
                job,
                EventType.NOTE,
                JobEvent.Level.INFO,
                "Version %d of model '%s' serves an instant answer until the map is trained."
                        .formatted(made.version(), made.name()),
                Map.of("model", made.name(), "version", made.version()));
    }

    /**
     * The queue found that the worker of an entry is dead.
     *
     * @return whether the entry is still needed
     */
    @Transactional
    public boolean workerLost(UUID id, String entry, int maxLosses) {
        Optional<Job> found = jobs.lock(id);
        if (found.isEmpty()) {
            return false;
        }
        Job job = found.get();
        if (job.status().held() && entry.equals(job.queueEntry())) {
            writer.apply(job, (held, now) -> {
                if (held.losses() >= maxLosses) {
                    held.fail(
                            new JobError(
                                    JobError.INTERNAL,
                                    "The worker died %d times in a row without a checkpoint between."
                                            .formatted(maxLosses + 1)),
                            now);
                } else {
                    held.lost(now);
                }
            });
        }
        return job.status() == JobStatus.QUEUED;
    }

    private Job lockHeld(UUID id, int attempt) {
        return jobs.lock(id)
                .filter(job -> job.status().held() && job.attempt() == attempt)
                .orElseThrow(() -> new JobLostException(id, attempt));
    }

    private static Map<String, Object> figures(LoggedStep logged) {
        Map<String, Object> data = new java.util.LinkedHashMap<>();
        data.put("step", logged.step());
        data.putAll(logged.figures());
        return data;
    }

    /**
     * What a run has to say since its last report.
     *
     * @param ranMillis running time of the job over all attempts
     */
    public record RunReport(JobProgress progress, long ranMillis, List<LoggedStep> logged, List<RunMessage> messages) {}
}

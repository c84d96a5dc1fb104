package io.brenier.training.job;

import io.brenier.models.ModelVersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training job. Every change of its status is a verb, which records why, changes nothing where the change has happened already, and
 * refuses where the status does not allow it.
 *
 * <pre>
 * queued → failed
 * queued → running → succeeded | failed | cancelled | expired
 * running → pausing → paused → queued
 * queued, running, pausing, paused → cancelling → cancelled
 * </pre>
 */
public final class Job {

    private static final String WORKER_STOPPED = "The worker stopped.";

    private final UUID id;
    private final JobPlan plan;
    private final Instant createdAt;
    private final List<Transition> transitions;
    private JobStatus status;
    private long revision;
    private int attempt;
    private int failures;
    private int losses;
    private Instant queuedAt;
    private @Nullable Instant unservedSince;
    private boolean heldBack;
    private long ranMillis;
    private JobProgress progress;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String worker;
    private @Nullable String queueEntry;
    private @Nullable JobError error;
    private @Nullable Integer modelVersion;
    private Map<String, Double> metrics = Map.of();
    private List<String> notes = List.of();

    private Job(UUID id, JobPlan plan, Instant createdAt, JobStatus status) {
        this.id = id;
        this.plan = plan;
        this.createdAt = createdAt;
        this.queuedAt = createdAt;
        this.status = status;
        this.progress = JobProgress.none(plan.steps());
        this.transitions = new ArrayList<>();
    }

    /** A new job in the queue. */
    public static Job queued(UUID id, JobPlan plan, Instant now) {
        Job job = new Job(id, plan, now, JobStatus.QUEUED);
        job.transitions.add(new Transition(JobStatus.QUEUED, now, "The job was created."));
        return job;
    }

    public static Job restored(JobSnapshot kept, List<Transition> transitions) {
        Job job = new Job(kept.id(), kept.plan(), kept.createdAt(), kept.status());
        job.transitions.addAll(transitions);
        job.revision = kept.revision();
        job.attempt = kept.attempt();
        job.failures = kept.failures();
        job.losses = kept.losses();
        job.queuedAt = kept.queuedAt();
        job.unservedSince = kept.unservedSince();
        job.heldBack = kept.heldBack();
        job.ranMillis = kept.ranMillis();
        job.progress = kept.progress();
        job.startedAt = kept.startedAt();
        job.endedAt = kept.endedAt();
        job.worker = kept.worker();
        job.queueEntry = kept.queueEntry();
        job.error = kept.error();
        job.modelVersion = kept.modelVersion();
        job.metrics = kept.metrics();
        job.notes = kept.notes();
        return job;
    }

    public JobSnapshot snapshot() {
        return new JobSnapshot(
                id,
                plan,
                status,
                revision,
                attempt,
                failures,
                losses,
                createdAt,
                queuedAt,
                unservedSince,
                heldBack,
                startedAt,
                endedAt,
                ranMillis,
                progress,
                worker,
                queueEntry,
                error,
                modelVersion,
                metrics,
                notes);
    }

    // What a client asks for.

    /** Running goes to pausing; pausing and paused stay. */
    public void pause(Instant now) {
        switch (status) {
            case RUNNING -> to(JobStatus.PAUSING, now, "A client asked for a pause.");
            case PAUSING, PAUSED -> {}
            case QUEUED ->
                throw guard().refused(
                                "pause",
                                "it has not started, so there is nothing to pause; cancel it, or pause it once it runs");
            case CANCELLING, SUCCEEDED, FAILED, CANCELLED, EXPIRED ->
                throw guard().refused("pause", "only a running job can be paused");
        }
    }

    /** Paused goes back to the queue; queued and running stay. */
    public void resume(Instant now) {
        switch (status) {
            case PAUSED -> toQueue(now, "A client resumed the job.");
            case QUEUED, RUNNING -> {}
            case PAUSING -> throw guard().refused("resume", "its checkpoint is being written; resume it once paused");
            case CANCELLING, SUCCEEDED, FAILED, CANCELLED, EXPIRED ->
                throw guard().refused("resume", "only a paused job can be resumed");
        }
    }

    /** A job that no worker has is cancelled at once; else its worker is asked to stop. Cancelling and cancelled stay. */
    public void cancel(Instant now) {
        switch (status) {
            case QUEUED, PAUSED -> {
                to(JobStatus.CANCELLING, now, "A client cancelled the job.");
                end(JobStatus.CANCELLED, now, "No worker had the job.");
            }
            case RUNNING, PAUSING -> to(JobStatus.CANCELLING, now, "A client cancelled the job.");
            case CANCELLING, CANCELLED -> {}
            case SUCCEEDED, FAILED, EXPIRED ->
                throw guard().refused("cancel", "it has ended; only a job that has not ended can be cancelled");
        }
    }

    /** Only what has ended may go. */
    public void requireDeletable() {
        if (!status.ended()) {
            throw guard().refused("delete", "only an ended job can be deleted; cancel it first");
        }
    }

    // What becomes of it in the queue.

    /** No worker is there that could take it. */
    public void findUnserved(Instant now) {
        guard().require("look for a worker of", JobStatus.QUEUED);
        if (unservedSince == null) {
            unservedSince = now;
        }
    }

    /** It leaves the queue: as many jobs of its owner run as may. */
    public void holdBack() {
        guard().require("hold back", JobStatus.QUEUED);
        heldBack = true;
    }

    /** It goes back to its place in the queue. */
    public void letGo() {
        guard().require("let go", JobStatus.QUEUED);
        heldBack = false;
    }

    /** No worker has come that could take it. */
    public void giveUp(JobError cause, Instant now) {
        guard().require("give up", JobStatus.QUEUED);
        error = cause;
        end(JobStatus.FAILED, now, cause.message());
    }

    // What its worker does. The caller has made sure that the job is held by the attempt that speaks.

    /** A worker takes the job from the queue: the next attempt. */
    public void take(String byWorker, String byEntry, Instant now) {
        guard().require("take", JobStatus.QUEUED);
        attempt++;
        worker = byWorker;
        queueEntry = byEntry;
        if (startedAt == null) {
            startedAt = now;
        }
        progress = progress.in(Phase.LOADING);
        to(JobStatus.RUNNING, now, "Attempt %d started on worker %s.".formatted(attempt, byWorker));
    }

    /** The run is done, and its model is registered. */
    public void succeed(ModelVersionId model, Map<String, Double> finalMetrics, List<String> finalNotes, Instant now) {
        guard().require("complete", JobStatus.RUNNING, JobStatus.PAUSING);
        modelVersion = model.version();
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(finalMetrics));
        notes = List.copyOf(finalNotes);
        end(
                JobStatus.SUCCEEDED,
                now,
                "The training is done: model '%s', version %d.".formatted(model.name(), model.version()));
    }

    /** The run cannot go on, and another would not either. */
    public void fail(JobError cause, Instant now) {
        guard().requireHeld("fail");
        error = status == JobStatus.CANCELLING ? null : cause;
        endUnlessCancelled(JobStatus.FAILED, now, cause.message());
    }

    /** The run used up its time. */
    public void expire(Instant now) {
        guard().requireHeld("expire");
        endUnlessCancelled(
                JobStatus.EXPIRED, now, "The job ran for its limit of %d seconds.".formatted(plan.maxRuntimeSeconds()));
    }

    /** The run stopped at a checkpoint, because a client asked for it or because the worker must go. */
    public void stopped(Instant now) {
        settle(now, "The worker is shutting down; the job goes on from its last checkpoint.");
    }

    /** The run broke on an exception, and another may not. */
    public void retry(String reason, Instant now) {
        failures++;
        settle(now, reason);
    }

    /** The worker died or lost its connection. */
    public void lost(Instant now) {
        losses++;
        settle(now, "Worker %s stopped answering; the job goes on from its last checkpoint.".formatted(worker));
    }

    /** A checkpoint further on was stored: deaths before it no longer count. */
    public void madeProgress() {
        losses = 0;
    }

    /** The run is in another phase. */
    public void enter(Phase phase) {
        guard().requireHeld("change the phase of");
        progress = progress.in(phase);
    }

    private void settle(Instant now, String reasonToQueue) {
        guard().requireHeld("stop");
        switch (status) {
            case PAUSING -> {
                release();
                to(JobStatus.PAUSED, now, WORKER_STOPPED);
            }
            case CANCELLING -> end(JobStatus.CANCELLED, now, WORKER_STOPPED);
            default -> {
                release();
                toQueue(now, reasonToQueue);
            }
        }
    }

    private void toQueue(Instant now, String reason) {
        queuedAt = now;
        to(JobStatus.QUEUED, now, reason);
    }

    private void endUnlessCancelled(JobStatus as, Instant now, String reason) {
        boolean isCancelled = status == JobStatus.CANCELLING;
        end(isCancelled ? JobStatus.CANCELLED : as, now, isCancelled ? WORKER_STOPPED : reason);
    }

    private void end(JobStatus as, Instant now, String reason) {
        release();
        endedAt = now;
        to(as, now, reason);
    }

    private void release() {
        worker = null;
        queueEntry = null;
        progress = progress.withoutEstimate();
    }

    private void to(JobStatus next, Instant now, String reason) {
        status = next;
        unservedSince = null;
        heldBack = false;
        transitions.add(new Transition(next, now, reason));
    }

    private StatusGuard guard() {
        return new StatusGuard(id, status);
    }

    public UUID id() {
        return id;
    }

    public JobPlan plan() {
        return plan;
    }

    public JobStatus status() {
        return status;
    }

    /** How many times a worker has taken the job. */
    public int attempt() {
        return attempt;
    }

    /** Exceptions so far. */
    public int failures() {
        return failures;
    }

    /** Workers lost since the last checkpoint. */
    public int losses() {
        return losses;
    }

    /** Rises with every change, also of progress. */
    public long revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Since when it has waited with no worker there that could take it; null: there is one, or it does not wait. */
    public @Nullable Instant unservedSince() {
        return unservedSince;
    }

    /** Whether it waits outside of the queue. */
    public boolean heldBack() {
        return heldBack;
    }

    public long ranMillis() {
        return ranMillis;
    }

    public JobProgress progress() {
        return progress;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String worker() {
        return worker;
    }

    /** The queue's entry that the present attempt runs under. */
    public @Nullable String queueEntry() {
        return queueEntry;
    }

    public @Nullable JobError error() {
        return error;
    }

    public @Nullable ModelVersionId model() {
        return modelVersion == null ? null : new ModelVersionId(plan.model(), modelVersion);
    }

    public Map<String, Double> metrics() {
        return metrics;
    }

    public List<String> notes() {
        return notes;
    }

    public List<Transition> transitions() {
        return List.copyOf(transitions);
    }
}

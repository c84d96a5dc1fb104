package io.brenier.training.run;

import io.brenier.training.job.Job;
import io.brenier.training.job.JobPlan;
import io.brenier.training.job.JobProgress;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.LoggedStep;
import io.brenier.training.job.Phase;
import io.brenier.training.store.Attempts;
import io.brenier.training.store.RunMessage;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.TrainingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a job, from the trainer's side: hears what the trainer tells, writes it down now and then, and tells the trainer when to
 * stop. A write that finds the job in other hands throws, which ends the training.
 */
final class Run implements TrainingListener {

    private static final Logger log = LoggerFactory.getLogger(Run.class);

    private final Job job;
    private final Attempts attempts;
    private final CheckpointWriter checkpoints;
    private final InterimAnswers interim;
    private final TrainingMeters meters;
    private final TrainingProperties properties;
    private final Clock clock;
    private final Instant startedAt;
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private final List<LoggedStep> logged = new ArrayList<>();
    private final List<RunMessage> messages = new ArrayList<>();
    private final Pace pace;
    private JobProgress progress;
    private Instant reportedAt;
    private Instant checkpointAt;
    private long checkpointStep = -1;
    private volatile boolean clientWaits;
    private @Nullable StopReason stopReason;

    Run(
            Job job,
            Attempts attempts,
            CheckpointWriter checkpoints,
            InterimAnswers interim,
            TrainingMeters meters,
            TrainingProperties properties,
            Clock clock) {
        this.job = job;
        this.attempts = attempts;
        this.checkpoints = checkpoints;
        this.interim = interim;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.reportedAt = startedAt;
        this.checkpointAt = startedAt;
        this.progress = job.progress();
        this.pace = new Pace();
    }

    UUID jobId() {
        return job.id();
    }

    int attempt() {
        return job.attempt();
    }

    Job job() {
        return job;
    }

    JobPlan plan() {
        return job.plan();
    }

    /** A client paused or cancelled the job: look at once. */
    void clientWaits() {
        clientWaits = true;
    }

    /** The process is going down: stop at the next step. */
    void shutDown() {
        shutdown.countDown();
    }

    @Nullable
    StopReason stopReason() {
        return stopReason;
    }

    /** The run enters another phase. */
    void enter(Phase phase) {
        progress = progress.in(phase);
    }

    /** The run begins to train with so many steps made before. */
    void beginTraining(long completed) {
        progress = new JobProgress(Phase.TRAINING, completed, progress.total(), progress.unit(), null);
        pace.begin(completed, clock.instant());
        report();
    }

    @Override
    public void onProgress(long completed, long total) {
        Phase phase = completed >= total ? Phase.EVALUATING : Phase.TRAINING;
        progress =
                new JobProgress(phase, completed, total, progress.unit(), pace.end(completed, total, clock.instant()));
    }

    @Override
    public void onMetrics(long step, Map<String, Double> values) {
        meters.logged(values);
        if (!logged.isEmpty() && logged.getLast().step() == step) {
            LoggedStep same = logged.removeLast();
            logged.add(same.with(values));
        } else {
            logged.add(new LoggedStep(step, clock.instant(), values));
        }
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
        if (checkpoint.step() != checkpointStep) {
            // What was logged up to a checkpoint is never logged again: it must be there before the checkpoint is.
            if (report() == StopReason.CLIENT) {
                clientWaits = true;
            }
            keep(checkpoint);
        }
        checkpointAt = clock.instant();
    }

    /** While a store does not answer, a checkpoint is left out: the next one will do. */
    private void keep(Checkpoint checkpoint) {
        if (!logged.isEmpty()) {
            return;
        }
        try {
            checkpoints.keep(job.id(), job.attempt(), checkpoint);
            checkpointStep = checkpoint.step();
        } catch (RuntimeException failure) {
            passOver(failure);
        }
    }

    @Override
    public boolean checkpointDue() {
        return since(checkpointAt).compareTo(properties.checkpointInterval()) >= 0;
    }

    @Override
    public void onInterimAnswer(DualPotentials potentials, String reason) {
        try {
            interim.publish(job, potentials, reason);
        } catch (RuntimeException failure) {
            passOver(failure);
        }
    }

    @Override
    public void onNote(String message) {
        messages.add(RunMessage.note(message));
    }

    @Override
    public void onWarning(String message) {
        messages.add(RunMessage.warning(message));
    }

    @Override
    public boolean shouldStop() {
        if (stopReason == null) {
            stopReason = reasonToStop();
        }
        return stopReason != null;
    }

    private @Nullable StopReason reasonToStop() {
        if (shutdown.getCount() == 0) {
            return StopReason.SHUTDOWN;
        }
        Long limit = job.plan().maxRuntimeSeconds();
        if (limit != null && ranMillis() >= limit * 1_000) {
            return StopReason.EXPIRED;
        }
        if (clientWaits || since(reportedAt).compareTo(properties.reportInterval()) >= 0) {
            clientWaits = false;
            return report();
        }
        return null;
    }

    /** As {@link #write}, CLIENT for true; where the database does not answer, what there is to tell is kept for the next time. */
    @Nullable
    StopReason report() {
        reportedAt = clock.instant();
        try {
            return write() ? StopReason.CLIENT : null;
        } catch (RuntimeException failure) {
            passOver(failure);
            return null;
        }
    }

    /** Writes what there is to tell, and answers whether a client wants the run to stop. */
    boolean write() {
        Attempts.RunReport report =
                new Attempts.RunReport(progress, ranMillis(), List.copyOf(logged), List.copyOf(messages));
        JobStatus status = attempts.report(job.id(), job.attempt(), report);
        logged.clear();
        messages.clear();
        return status == JobStatus.PAUSING || status == JobStatus.CANCELLING;
    }

    private void passOver(RuntimeException failure) {
        if (!Patience.passing(failure)) {
            throw failure;
        }
        log.warn("A store does not answer; the training goes on: {}", failure.toString());
    }

    /** Waits a while, and less where the process is to go down: whether it is. */
    boolean shutsDownWithin(Duration time) {
        try {
            return shutdown.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private long ranMillis() {
        return job.ranMillis() + since(startedAt).toMillis();
    }

    private Duration since(Instant time) {
        return Duration.between(time, clock.instant());
    }
}

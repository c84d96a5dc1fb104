package io.brenier.training.run;

import io.brenier.models.NewModelVersion;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobError;
import io.brenier.training.job.JobLostException;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.Phase;
import io.brenier.training.job.StoredCheckpoint;
import io.brenier.training.problem.LoadedProblem;
import io.brenier.training.problem.Problems;
import io.brenier.training.store.Attempts;
import io.brenier.training.store.RunQuota;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.TrainingOutcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Carries out one attempt at a job, on the calling thread, and turns however it ends into the job's next status. */
@ConditionalOnRole(Role.WORKER)
@Component
public class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private static final int MOST_DOUBLINGS = 10;

    private final Attempts attempts;
    private final RunQuota quota;
    private final Problems problems;
    private final TrainerFactory trainers;
    private final CheckpointWriter checkpoints;
    private final CheckpointReader kept;
    private final InterimAnswers interim;
    private final ModelVersions versions;
    private final ActiveRuns active;
    private final TrainingMeters meters;
    private final TrainingProperties properties;
    private final Worker worker;
    private final Clock clock;

    JobRunner(
            Attempts attempts,
            RunQuota quota,
            Problems problems,
            TrainerFactory trainers,
            CheckpointWriter checkpoints,
            CheckpointReader kept,
            InterimAnswers interim,
            ModelVersions versions,
            ActiveRuns active,
            TrainingMeters meters,
            TrainingProperties properties,
            Worker worker,
            Clock clock) {
        this.attempts = attempts;
        this.quota = quota;
        this.problems = problems;
        this.trainers = trainers;
        this.checkpoints = checkpoints;
        this.kept = kept;
        this.interim = interim;
        this.versions = versions;
        this.active = active;
        this.meters = meters;
        this.properties = properties;
        this.worker = worker;
        this.clock = clock;
    }

    /** Takes the job and runs it; a job that is gone or does not wait any more is left alone. */
    public RunResult run(UUID id, String entry) {
        if (quota.holdBack(id)) {
            return new RunResult.Finished();
        }
        Optional<Job> taken = attempts.take(id, worker.name(), entry);
        if (taken.isEmpty()) {
            return new RunResult.Finished();
        }
        Run run = new Run(taken.get(), attempts, checkpoints, interim, meters, properties, clock);
        active.add(run);
        try (MDC.MDCCloseable _ = MDC.putCloseable("job_id", id.toString())) {
            log.info("Attempt {} begins", run.attempt());
            RunResult result = attempt(run);
            log.info("Attempt {} ends: {}", run.attempt(), result);
            return result;
        } finally {
            active.remove(run);
        }
    }

    private RunResult attempt(Run run) {
        try {
            return after(settle(run, train(run)));
        } catch (JobLostException lost) {
            log.warn("The job is in other hands; this run ends and writes nothing", lost);
            return new RunResult.Lost();
        } catch (ProblemException problem) {
            return change(
                    run, (job, now) -> job.fail(new JobError(problem.code().wireName(), problem.detail()), now));
        } catch (IOException | RuntimeException | Error broken) {
            log.error("The attempt broke", broken);
            return change(run, (job, now) -> broke(job, broken, now));
        }
    }

    private TrainingOutcome train(Run run) throws IOException {
        try (LoadedProblem loaded = Patience.insist(run, () -> problems.load(run.plan()))) {
            loaded.notes().forEach(run::onNote);
            Checkpoint resume = Patience.insist(run, () -> lastCheckpoint(run)).orElse(null);
            run.beginTraining(resume == null ? 0 : resume.step());
            return trainers.forSpec(run.plan().solver()).train(loaded.problem(), run, resume);
        } catch (IllegalArgumentException impossible) {
            throw ProblemException.of(ProblemCode.INVALID_SPEC, sentence(impossible));
        }
    }

    private Optional<Checkpoint> lastCheckpoint(Run run) throws IOException {
        Optional<StoredCheckpoint> last = attempts.lastCheckpoint(run.jobId());
        return last.isPresent() ? Optional.of(kept.read(last.get())) : Optional.empty();
    }

    private Job settle(Run run, TrainingOutcome outcome) throws IOException {
        return switch (outcome) {
            case TrainingOutcome.Completed completed -> {
                run.enter(Phase.PUBLISHING);
                Patience.insist(run, run::write);
                NewModelVersion version = Patience.insist(
                        run,
                        () -> versions.finished(
                                run.job(),
                                completed.potentials(),
                                completed.steps(),
                                completed.metrics(),
                                completed.notes()));
                yield Patience.insist(run, () -> attempts.publish(run.jobId(), run.attempt(), version));
            }
            case TrainingOutcome.Interrupted(Checkpoint checkpoint) -> {
                Patience.insist(run, run::write);
                run.onCheckpoint(checkpoint);
                yield Patience.insist(run, () -> attempts.change(run.jobId(), run.attempt(), stopped(run)));
            }
            case TrainingOutcome.Diverged diverged -> {
                Checkpoint lastGood = diverged.lastGood();
                if (lastGood != null) {
                    Patience.insist(run, () -> {
                        checkpoints.keepLastGood(run.jobId(), run.attempt(), lastGood);
                        return lastGood;
                    });
                }
                Patience.insist(run, run::write);
                JobError error = new JobError(
                        JobError.DIVERGED,
                        "The training diverged at step %d: %s".formatted(diverged.step(), diverged.reason()));
                yield Patience.insist(
                        run, () -> attempts.change(run.jobId(), run.attempt(), (job, now) -> job.fail(error, now)));
            }
        };
    }

    private static BiConsumer<Job, Instant> stopped(Run run) {
        return run.stopReason() == StopReason.EXPIRED ? Job::expire : Job::stopped;
    }

    private void broke(Job job, Throwable cause, Instant now) {
        String what = "The training broke on an unforeseen error (%s); the service's log tells more under the job's id."
                .formatted(cause.getClass().getSimpleName());
        if (job.failures() + 1 >= properties.maxAttempts()) {
            job.fail(new JobError(JobError.INTERNAL, what), now);
        } else {
            job.retry(what, now);
        }
    }

    private RunResult change(Run run, BiConsumer<Job, Instant> verb) {
        try {
            return after(attempts.change(run.jobId(), run.attempt(), verb));
        } catch (JobLostException lost) {
            log.warn("The job is in other hands; this run ends and writes nothing", lost);
            return new RunResult.Lost();
        }
    }

    private RunResult after(Job job) {
        if (job.status() != JobStatus.QUEUED) {
            return new RunResult.Finished();
        }
        int failures = job.failures();
        Duration delay = failures == 0
                ? Duration.ZERO
                : properties.retryBackoff().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return new RunResult.Again(delay);
    }

    private static String sentence(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "the training cannot be done as asked");
    }
}

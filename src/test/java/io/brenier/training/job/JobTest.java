package io.brenier.training.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.models.ModelVersionId;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.dual.GaussianSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final ModelVersionId MODEL = new ModelVersionId("colours", 3);

    @Test
    void aNewJobWaitsAndHasNotBeenAttempted() {
        Job job = in(JobStatus.QUEUED);
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.attempt()).isZero();
        assertThat(job.worker()).isNull();
        assertThat(job.transitions()).hasSize(1);
    }

    @Test
    void aJobMissesAWorkerUntilOneTakesIt() {
        Job job = in(JobStatus.QUEUED);
        job.findUnserved(NOW);
        job.findUnserved(NOW.plusSeconds(60));
        assertThat(job.unservedSince()).isEqualTo(NOW);
        job.take("worker-1", "entry", NOW.plusSeconds(90));
        assertThat(job.unservedSince()).isNull();
    }

    @Test
    void aJobThatNoWorkerTakesIsGivenUp() {
        Job job = in(JobStatus.QUEUED);
        job.findUnserved(NOW);
        JobError cause = new JobError(JobError.NO_WORKER, "No worker.");
        job.giveUp(cause, NOW.plusSeconds(60));
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).isEqualTo(cause);
        assertThat(job.unservedSince()).isNull();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> in(JobStatus.RUNNING).giveUp(cause, NOW))
                .withMessageContaining("running");
    }

    @Test
    void whatIsHeldBackIsSoUntilItIsLetGoOrCancelled() {
        Job job = in(JobStatus.QUEUED);
        job.holdBack();
        assertThat(job.heldBack()).isTrue();
        job.letGo();
        assertThat(job.heldBack()).isFalse();
        job.holdBack();
        job.cancel(NOW);
        assertThat(job.heldBack()).isFalse();
    }

    @Test
    void everyTakeIsAnotherAttempt() {
        Job job = in(JobStatus.RUNNING);
        assertThat(job.attempt()).isEqualTo(1);
        job.lost(NOW);
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.worker()).isNull();
        job.take("worker-2", "entry", NOW.plusSeconds(5));
        assertThat(job.attempt()).isEqualTo(2);
        assertThat(job.worker()).isEqualTo("worker-2");
        assertThat(job.startedAt()).isEqualTo(NOW);
    }

    @Test
    void aCancelledJobWhoseTimeIsUpEndsCancelled() {
        Job job = in(JobStatus.CANCELLING);
        job.expire(NOW);
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void successShowsTheModelAndEnds() {
        Job job = in(JobStatus.RUNNING);
        job.succeed(MODEL, Map.of("w2_squared", 4.0), List.of("A note."), NOW);
        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.model()).isEqualTo(MODEL);
        assertThat(job.metrics()).containsEntry("w2_squared", 4.0);
        assertThat(job.endedAt()).isEqualTo(NOW);
        assertThat(job.worker()).isNull();
    }

    @Test
    void aTrainingThatIsDoneBeforeItPausesSucceeds() {
        Job job = in(JobStatus.PAUSING);
        job.succeed(MODEL, Map.of(), List.of(), NOW);
        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void pauseGoesThroughPausingAndResumeBackToTheQueue() {
        Job job = in(JobStatus.RUNNING);
        job.pause(NOW);
        job.stopped(NOW);
        job.resume(NOW);
        assertThat(job.transitions())
                .extracting(Transition::status)
                .containsExactly(
                        JobStatus.QUEUED, JobStatus.RUNNING, JobStatus.PAUSING, JobStatus.PAUSED, JobStatus.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "PAUSED"})
    void cancelEndsAJobThatNoWorkerHasAtOnce(JobStatus status) {
        Job job = in(status);
        int before = job.transitions().size();
        job.cancel(NOW);
        assertThat(job.transitions().subList(before, before + 2))
                .extracting(Transition::status)
                .containsExactly(JobStatus.CANCELLING, JobStatus.CANCELLED);
        assertThat(job.endedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "PAUSING"})
    void cancelAsksTheWorkerOfAHeldJob(JobStatus status) {
        Job job = in(status);
        job.cancel(NOW);
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLING);
        job.stopped(NOW);
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLING", "CANCELLED"})
    void cancelAgainChangesNothing(JobStatus status) {
        changesNothing(status, job -> job.cancel(NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "EXPIRED"})
    void refusesToCancelWhatHasEnded(JobStatus status) {
        refuses(status, job -> job.cancel(NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSING", "PAUSED"})
    void pauseAgainChangesNothing(JobStatus status) {
        changesNothing(status, job -> job.pause(NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "CANCELLING", "SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED"})
    void refusesToPauseWhatDoesNotRun(JobStatus status) {
        refuses(status, job -> job.pause(NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING"})
    void resumeOfAJobThatGoesOnChangesNothing(JobStatus status) {
        changesNothing(status, job -> job.resume(NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSING", "CANCELLING", "SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED"})
    void refusesToResumeWhatIsNotPaused(JobStatus status) {
        refuses(status, job -> job.resume(NOW));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUEUED")
    void refusesToBeTakenUnlessItWaits(JobStatus status) {
        refuses(status, job -> job.take("worker", "entry", NOW));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RUNNING", "PAUSING"})
    void refusesToSucceedUnlessItRuns(JobStatus status) {
        refuses(status, job -> job.succeed(MODEL, Map.of(), List.of(), NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "PAUSED", "SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED"})
    void refusesAWorkersWordsOnAJobThatNoWorkerHas(JobStatus status) {
        refuses(status, job -> job.fail(new JobError("internal", "broke"), NOW));
        refuses(status, job -> job.expire(NOW));
        refuses(status, job -> job.stopped(NOW));
        refuses(status, job -> job.retry("broke", NOW));
        refuses(status, job -> job.lost(NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING", "PAUSING", "PAUSED", "CANCELLING"})
    void refusesToBeDeletedBeforeItEnds(JobStatus status) {
        refuses(status, Job::requireDeletable);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED"})
    void mayBeDeletedOnceItHasEnded(JobStatus status) {
        changesNothing(status, Job::requireDeletable);
    }

    @Test
    void failureKeepsItsCause() {
        Job job = in(JobStatus.RUNNING);
        job.fail(new JobError(JobError.DIVERGED, "The objective is NaN."), NOW);
        assertThat(job.error()).isEqualTo(new JobError("diverged", "The objective is NaN."));
        assertThat(job.transitions().getLast().reason()).isEqualTo("The objective is NaN.");
    }

    @Test
    void aFailureWhileCancellingIsACancellation() {
        Job job = in(JobStatus.CANCELLING);
        job.fail(new JobError("internal", "broke"), NOW);
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(job.error()).isNull();
    }

    @Test
    void aWorkerLostWhilePausingLeavesThePausedJob() {
        Job job = in(JobStatus.PAUSING);
        job.lost(NOW);
        assertThat(job.status()).isEqualTo(JobStatus.PAUSED);
    }

    @Test
    void lossesCountUntilThereIsProgressAndFailuresForEver() {
        Job job = in(JobStatus.RUNNING);
        job.lost(NOW);
        job.take("worker", "entry", NOW);
        assertThat(job.losses()).isEqualTo(1);
        job.madeProgress();
        assertThat(job.losses()).isZero();
        job.retry("broke", NOW);
        job.take("worker", "entry", NOW);
        job.madeProgress();
        assertThat(job.failures()).isEqualTo(1);
    }

    private static void refuses(JobStatus status, Consumer<Job> verb) {
        Job job = in(status);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verb.accept(job))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_STATE);
                    assertThat(refusal.detail()).contains(status.wireName());
                });
        assertThat(job.status()).isEqualTo(status);
    }

    private static void changesNothing(JobStatus status, Consumer<Job> verb) {
        Job job = in(status);
        int before = job.transitions().size();
        verb.accept(job);
        assertThat(job.status()).isEqualTo(status);
        assertThat(job.transitions()).hasSize(before);
    }

    private static Job in(JobStatus status) {
        Job job = Job.queued(new UUID(0, 1), plan(), NOW);
        if (status == JobStatus.QUEUED) {
            return job;
        }
        job.take("worker-1", "entry", NOW);
        switch (status) {
            case QUEUED, RUNNING -> {}
            case PAUSING -> job.pause(NOW);
            case PAUSED -> {
                job.pause(NOW);
                job.stopped(NOW);
            }
            case CANCELLING -> job.cancel(NOW);
            case CANCELLED -> {
                job.cancel(NOW);
                job.stopped(NOW);
            }
            case SUCCEEDED -> job.succeed(MODEL, Map.of(), List.of(), NOW);
            case FAILED -> job.fail(new JobError("internal", "broke"), NOW);
            case EXPIRED -> job.expire(NOW);
        }
        assertThat(job.status()).isEqualTo(status);
        return job;
    }

    private static JobPlan plan() {
        return new JobPlan(
                "local",
                new UUID(0, 2),
                new UUID(0, 3),
                null,
                null,
                2,
                new GaussianSpec(),
                0,
                60L,
                Device.ANY,
                "colours",
                "latest",
                Map.of(),
                null);
    }
}

package io.brenier.training.run;

import io.brenier.training.job.Device;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are run.
 *
 * @param slots trainings at a time in this process, each on a thread of its own
 * @param device cpu or gpu: what this process trains on; it takes the jobs that ask for it, and those that ask for none
 * @param worker this process's name, which jobs show while they run here; by default host name and process id
 * @param pollInterval how often the queue is looked at; a job that is created in this process is taken up at once
 * @param heartbeatInterval how often a running job tells that its process lives; after four missed beats it goes back to the queue
 * @param reportInterval least time between two writes of progress and figures to the database
 * @param checkpointInterval most time between two checkpoints: what a killed process loses
 * @param keepCheckpoints how many of a job's checkpoints are kept
 * @param maxAttempts how often a job may break on an exception before it fails
 * @param retryBackoff wait after the first exception; doubles with each
 * @param maxLosses how often the worker of a job may die with no checkpoint between before the job fails
 * @param noWorkerTimeout how long a job waits while no living worker has the device that it asks for; then it fails. 0: for ever
 * @param maxQueued jobs that may wait; more are refused with 429
 * @param maxSweepJobs the most jobs of a sweep
 * @param shutdownTimeout how long a stopping process waits for the checkpoints of its trainings
 */
@Validated
@ConfigurationProperties("brenier.training")
public record TrainingProperties(
        @Min(1) @Max(1_024) @DefaultValue("1") int slots,
        @NotNull @DefaultValue("cpu") Device device,
        @Nullable String worker,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("3s") Duration heartbeatInterval,
        @DefaultValue("1s") Duration reportInterval,
        @DefaultValue("15s") Duration checkpointInterval,
        @Min(1) @Max(1_000) @DefaultValue("3") int keepCheckpoints,
        @Min(1) @DefaultValue("4") int maxAttempts,
        @DefaultValue("5s") Duration retryBackoff,
        @Min(0) @DefaultValue("20") int maxLosses,
        @DefaultValue("24h") Duration noWorkerTimeout,
        @Min(0) @DefaultValue("1000") int maxQueued,
        @Min(1) @Max(10_000) @DefaultValue("200") int maxSweepJobs,
        @DefaultValue("20s") Duration shutdownTimeout) {

    private static final Duration LONGEST = Duration.ofDays(1);

    @AssertTrue(
            message =
                    "brenier.training.device must be cpu or gpu; with gpu brenier.training.slots must be 1, since a GPU has one training at a time")
    boolean isDeviceSensible() {
        return device == Device.CPU || device == Device.GPU && slots == 1;
    }

    @AssertTrue(message = "brenier.training.no-worker-timeout must be 0 or more")
    boolean isNoWorkerTimeoutSensible() {
        return !noWorkerTimeout.isNegative();
    }

    @AssertTrue(message = "every other duration of brenier.training must be above zero and at most a day")
    boolean isEveryDurationSensible() {
        return Stream.of(
                        pollInterval,
                        heartbeatInterval,
                        reportInterval,
                        checkpointInterval,
                        retryBackoff,
                        shutdownTimeout)
                .allMatch(given -> given.isPositive() && given.compareTo(LONGEST) <= 0);
    }
}

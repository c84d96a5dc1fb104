package io.brenier.training.fleet;

import io.brenier.training.job.Device;
import io.brenier.training.job.JobError;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.store.WaitingJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks for jobs that ask for what no living worker has: says so at once, and ends them after a time. Every process looks, since there may be
 * no worker at all; what one has done the next finds done.
 */
@Component
class UnservedJobs implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(UnservedJobs.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int JOBS_A_ROUND = 1_000;

    private final WorkerTable workers;
    private final WaitingJobs jobs;
    private final Duration timeout;
    private final Clock clock;
    private final Instant watchingSince;

    UnservedJobs(WorkerTable workers, WaitingJobs jobs, TrainingProperties properties, Clock clock) {
        this.workers = workers;
        this.jobs = jobs;
        this.timeout = properties.noWorkerTimeout();
        this.clock = clock;
        this.watchingSince = clock.instant();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::round, INTERVAL, INTERVAL));
    }

    void round() {
        try {
            look();
        } catch (DataAccessException | TransactionException outage) {
            log.warn("It could not be seen for which jobs there is no worker: {}", outage.toString());
        }
    }

    private void look() {
        Set<Device> served = Device.servedBy(workers.devices());
        Set<Device> unserved = EnumSet.allOf(Device.class);
        unserved.removeAll(served);
        if (!served.isEmpty()) {
            jobs.served(served);
        }
        for (Device device : unserved) {
            tell(device);
            giveUp(device);
        }
    }

    private void tell(Device device) {
        String message = "%s is there; the job waits for one%s."
                .formatted(none(device), timeout.isZero() ? "" : ", for " + words(timeout) + " at most");
        for (UUID id : jobs.untold(device, JOBS_A_ROUND)) {
            jobs.tellUnserved(id, message);
        }
    }

    /** A fleet that was down as a whole has its workers back only a little later than its API: that time does not count. */
    private void giveUp(Device device) {
        Instant limit = clock.instant().minus(timeout);
        if (timeout.isZero() || watchingSince.isAfter(limit)) {
            return;
        }
        JobError error = new JobError(
                JobError.NO_WORKER,
                "%s has been there for %s (brenier.training.no-worker-timeout)."
                        .formatted(none(device), words(timeout)));
        for (UUID id : jobs.unservedSinceBefore(device, limit, JOBS_A_ROUND)) {
            jobs.giveUp(id, error);
        }
    }

    private static String none(Device device) {
        return device == Device.ANY ? "No worker" : "No worker that trains on %s".formatted(device.wireName());
    }

    private static String words(Duration duration) {
        return DurationFormatterUtils.print(duration, DurationFormat.Style.COMPOSITE);
    }
}

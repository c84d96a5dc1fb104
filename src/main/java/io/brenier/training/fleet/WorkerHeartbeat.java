package io.brenier.training.fleet;

import io.brenier.platform.Ids;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.fleet.WorkerTable.RegisteredWorker;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.run.Worker;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells that this worker lives, from its start to its stop, whether it trains or waits. */
@ConditionalOnRole(Role.WORKER)
@Component
class WorkerHeartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkerHeartbeat.class);

    /** More than a running job is given, since nothing is done again: a worker that pauses for long is still none that is missing. */
    private static final int MISSED_BEATS = 10;

    private final WorkerTable table;
    private final RegisteredWorker self;
    private final Duration interval;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("worker-heartbeat").factory());
    private volatile boolean running;
    private boolean answering = true;

    WorkerHeartbeat(WorkerTable table, Worker worker, TrainingProperties properties, Ids ids) {
        this.table = table;
        this.self = new RegisteredWorker(ids.next(), worker.name(), properties.device(), properties.slots());
        this.interval = properties.heartbeatInterval();
    }

    void beat() {
        try {
            table.beat(self, interval.multipliedBy(MISSED_BEATS));
            table.removeDead();
            answering = true;
        } catch (DataAccessException outage) {
            if (answering) {
                log.warn("The database does not answer: nobody can be told that this worker lives", outage);
            }
            answering = false;
        }
    }

    @Override
    public void start() {
        beat();
        beats.scheduleWithFixedDelay(this::beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    /** The fleet need not wait for missed beats to know. */
    @Override
    public void stop() {
        beats.close();
        running = false;
        try {
            table.remove(self.id());
        } catch (DataAccessException outage) {
            log.warn("The database does not answer: this worker counts as living for a while yet", outage);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

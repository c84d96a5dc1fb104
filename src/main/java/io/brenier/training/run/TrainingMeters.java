package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobStatus;
import io.brenier.training.store.JobChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What an operator asks of trainings. Where several run in one process, the gauges of figures show the one that reported last; the series
 * of each job are its own resource.
 */
@ConditionalOnRole(Role.WORKER)
@Component
class TrainingMeters {

    private final MeterRegistry registry;
    private final AtomicInteger running = new AtomicInteger();
    private final Timer stepTime;
    private final Counter unconverged;
    private final DistributionSummary checkpointSize;
    private final Timer checkpointTime;
    private volatile double stepsPerSecond = Double.NaN;
    private volatile double dualObjective = Double.NaN;

    TrainingMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("brenier.training.running", running::get)
                .description("Trainings in this process")
                .register(registry);
        Gauge.builder("brenier.training.steps.per.second", () -> stepsPerSecond)
                .description("Pace of the training that reported last")
                .register(registry);
        Gauge.builder("brenier.training.dual.objective", () -> dualObjective)
                .description("Dual objective of the training that reported last")
                .register(registry);
        stepTime = Timer.builder("brenier.training.step")
                .description("Time of a training step, once a report")
                .register(registry);
        unconverged = Counter.builder("brenier.training.unconverged.rows")
                .description("Rows whose conjugate did not converge, of the reported steps")
                .register(registry);
        checkpointSize = DistributionSummary.builder("brenier.training.checkpoint.size")
                .baseUnit("bytes")
                .description("Size of checkpoints")
                .register(registry);
        checkpointTime = Timer.builder("brenier.training.checkpoint")
                .description("Time to store a checkpoint")
                .register(registry);
        Arrays.stream(JobStatus.values()).filter(JobStatus::ended).forEach(this::outcome);
    }

    void started() {
        running.incrementAndGet();
    }

    void stopped() {
        if (running.decrementAndGet() == 0) {
            stepsPerSecond = Double.NaN;
            dualObjective = Double.NaN;
        }
    }

    void logged(Map<String, Double> figures) {
        Double seconds = figures.get("step_seconds");
        if (seconds != null) {
            stepTime.record(Duration.ofNanos((long) (seconds * 1e9)));
        }
        stepsPerSecond = figures.getOrDefault("steps_per_second", stepsPerSecond);
        dualObjective = figures.getOrDefault("dual_objective", dualObjective);
        unconverged.increment(figures.getOrDefault("unconverged_rows", 0.0));
    }

    void checkpoint(long bytes, Runnable writing) {
        checkpointTime.record(writing);
        checkpointSize.record(bytes);
    }

    @TransactionalEventListener
    void jobChanged(JobChanged change) {
        if (change.moved() && change.status().ended()) {
            outcome(change.status()).increment();
        }
    }

    private Counter outcome(JobStatus status) {
        return Counter.builder("brenier.training.jobs")
                .description("Ended jobs by outcome")
                .tag("outcome", status.wireName())
                .register(registry);
    }
}

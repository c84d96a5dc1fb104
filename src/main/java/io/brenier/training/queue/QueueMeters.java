package io.brenier.training.queue;

import io.brenier.training.job.Device;
import io.brenier.training.store.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What an operator, or an autoscaler, asks of the queue. Every process tells the same, since all ask the one database. */
@Component
class QueueMeters implements MeterBinder {

    private final Jobs jobs;

    QueueMeters(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Device device : Device.values()) {
            Gauge.builder("brenier.training.queue.depth", () -> jobs.queueDepth(device))
                    .tag("device", device.wireName())
                    .description("Jobs that wait for a worker, by the device that they ask for")
                    .register(registry);
            Gauge.builder("brenier.training.queue.held", () -> jobs.heldByWorkers(device))
                    .tag("device", device.wireName())
                    .description("Jobs that workers hold, by the device that they ask for")
                    .register(registry);
        }
        TimeGauge.builder(
                        "brenier.training.queue.age",
                        jobs,
                        TimeUnit.MILLISECONDS,
                        queue -> queue.queueAge().toMillis())
                .description("How long the oldest queued job has waited")
                .register(registry);
    }
}

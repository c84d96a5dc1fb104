package io.brenier.training.fleet;

import io.brenier.training.job.Device;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How large the fleet is. Every process tells the same, since all ask the one database. */
@Component
class FleetMeters implements MeterBinder {

    private final WorkerTable workers;

    FleetMeters(WorkerTable workers) {
        this.workers = workers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Device device : Device.OF_WORKERS) {
            Gauge.builder("brenier.training.slots", () -> workers.slots(device))
                    .tag("device", device.wireName())
                    .description("Trainings that the living workers can do at a time")
                    .register(registry);
        }
    }
}

package io.brenier.platform.observability;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.tensor.EngineInfo;
import io.brenier.transport.tensor.TensorEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The training engine: up while it starts and once it runs, down when it could not start. Not part of readiness: maps are evaluated without it.
 */
@ConditionalOnRole(Role.WORKER)
@Component("engine")
class EngineHealthIndicator implements HealthIndicator {

    private final EngineStart start;

    EngineHealthIndicator(EngineStart start) {
        this.start = start;
    }

    @Override
    public Health health() {
        Throwable failure = start.failure();
        if (failure != null) {
            return Health.down(failure).build();
        }
        EngineInfo engine = TensorEngine.info();
        return Health.up()
                .withDetail("name", engine.name())
                .withDetail("version", engine.version())
                .withDetail("device", engine.device())
                .withDetail("started", engine.started())
                .build();
    }
}

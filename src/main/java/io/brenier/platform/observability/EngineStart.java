package io.brenier.platform.observability;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.tensor.EngineInfo;
import io.brenier.transport.tensor.TensorEngine;
import io.brenier.transport.tensor.vector.VectorUnit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the training engine beside the first requests: it takes seconds, on a machine's very first start longer, since its natives are
 * unpacked then, and neither readiness nor the first job should wait for it.
 */
@ConditionalOnRole(Role.WORKER)
@Component
class EngineStart {

    private static final Logger log = LoggerFactory.getLogger(EngineStart.class);

    private volatile @Nullable Throwable failure;

    @EventListener(ApplicationReadyEvent.class)
    void startBesideTheService() {
        Thread.ofPlatform().name("engine-start").daemon().start(this::start);
    }

    private void start() {
        Instant begin = Instant.now();
        try {
            EngineInfo engine = TensorEngine.start();
            log.info(
                    "Engine {} {} on {} started in {} ms",
                    engine.name(),
                    engine.version(),
                    engine.device(),
                    Duration.between(begin, Instant.now()).toMillis());
            if (TensorEngine.isOnCpu() && !VectorUnit.isAvailable()) {
                log.warn(
                        "Perceptrons are trained by the engine, at about half the speed: Java was started without --add-modules jdk.incubator.vector or without its second compiler, or this processor's vectors are shorter than 256 bits");
            }
        } catch (RuntimeException | LinkageError e) {
            failure = e;
            log.error("The training engine did not start; jobs that need it will fail", e);
        }
    }

    /** Why the engine did not start; null as long as it has not failed. */
    @Nullable
    Throwable failure() {
        return failure;
    }
}

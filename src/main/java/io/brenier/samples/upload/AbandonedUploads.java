package io.brenier.samples.upload;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.storage.StorageProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Drops uploads that nobody went on with: first their parts, later the word that they expired. */
@ConditionalOnRole(Role.API)
@Component
class AbandonedUploads implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(AbandonedUploads.class);

    /** How long a client is told that its upload expired, or what it has become. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final UploadTable table;
    private final StorageProperties storage;
    private final Clock clock;

    AbandonedUploads(UploadTable table, StorageProperties storage, Clock clock) {
        this.table = table;
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(
                new FixedDelayTask(this::drop, storage.collectInterval(), storage.collectInterval()));
    }

    void drop() {
        Instant now = clock.instant();
        int parts = table.deleteExpiredParts(now);
        if (parts > 0) {
            log.info("Dropped {} parts of uploads that expired", parts);
        }
        table.deleteExpiredBefore(now.minus(REMEMBERED));
    }
}

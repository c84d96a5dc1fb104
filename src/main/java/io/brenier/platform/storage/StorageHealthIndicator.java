package io.brenier.platform.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the folder of the blobs can be written to; part of readiness, since uploads and trainings need it. */
@Component("storage")
class StorageHealthIndicator implements HealthIndicator {

    private final Path directory;

    StorageHealthIndicator(StorageProperties properties) {
        this.directory = properties.directory();
    }

    @Override
    public Health health() {
        Health.Builder health = Files.isWritable(directory) ? Health.up() : Health.down();
        return health.withDetail(
                        "directory", directory.toAbsolutePath().normalize().toString())
                .build();
    }
}

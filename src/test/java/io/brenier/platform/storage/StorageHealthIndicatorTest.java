package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class StorageHealthIndicatorTest {

    @TempDir
    Path folder;

    @Test
    void isUpWhereTheFolderCanBeWrittenTo() {
        assertThat(healthOf(folder)).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhereTheFolderIsGone() {
        assertThat(healthOf(folder.resolve("gone"))).isEqualTo(Status.DOWN);
    }

    private static Status healthOf(Path directory) {
        StorageProperties properties = new StorageProperties(directory, Duration.ofHours(1), Duration.ofHours(1));
        return new StorageHealthIndicator(properties).health().getStatus();
    }
}

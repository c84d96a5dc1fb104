package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.storage.object.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class StorageHealthIndicatorTest {

    @TempDir
    private Path directory;

    private StorageHealthIndicator indicator;

    @BeforeEach
    void open() throws IOException {
        StorageProperties properties =
                new StorageProperties(StorageType.FOLDER, directory, Duration.ofHours(1), Duration.ofHours(1));
        indicator = new StorageHealthIndicator(
                new Spool(properties, Clock.systemUTC()), new FolderObjectStore(directory.resolve("blobs")));
    }

    @Test
    void isUpWhereBothFoldersCanBeWrittenTo() {
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhereTheBlobsCannotBeWritten() throws IOException {
        Files.delete(directory.resolve("blobs"));

        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownWhereTheSpoolIsGone() throws IOException {
        Files.delete(directory.resolve("unfinished"));

        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    }
}

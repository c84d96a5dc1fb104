package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void clearsWhatADeadProcessLeftAndLeavesWhatIsBeingWritten() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("unfinished"));
        Path old = Files.writeString(folder.resolve("old.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(2))));
        Path young = Files.writeString(folder.resolve("young.part"), "x");
        Files.setLastModifiedTime(young, FileTime.from(NOW));
        StorageProperties properties =
                new StorageProperties(StorageType.FOLDER, directory, Duration.ofHours(1), Duration.ofHours(1));

        Spool spool = new Spool(properties, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(spool.newFile()).doesNotExist().hasParentRaw(folder);
        assertThat(folder)
                .isDirectoryContaining(file -> file.equals(young))
                .isDirectoryNotContaining(file -> file.equals(old));
    }
}

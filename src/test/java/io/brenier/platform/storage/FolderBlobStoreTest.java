package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest extends BlobStoreContract {

    @TempDir
    private Path directory;

    @Override
    BlobStore newStore(Clock clock) throws IOException {
        StorageProperties properties = new StorageProperties(directory, Duration.ofHours(1), Duration.ofHours(24));
        return new FolderBlobStore(properties, new Spool(properties, clock), clock);
    }

    @Test
    void leavesNoUnfinishedFileWhetherCommittedOrNot() throws IOException {
        BlobStore store = newStore(Clock.systemUTC());
        try (BlobStore.Staged committed = store.stage();
                BlobStore.Staged dropped = store.stage()) {
            committed.stream().write(1);
            committed.commit();
            dropped.stream().write(2);
        }

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void clearsWhatADeadProcessLeftAndLeavesWhatIsBeingWritten() throws IOException {
        SettableClock clock = new SettableClock();
        Path folder = directory.resolve("unfinished");
        Path old = Files.writeString(folder.resolve("old.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        Path young = Files.writeString(folder.resolve("young.part"), "x");
        Files.setLastModifiedTime(young, FileTime.from(clock.instant()));

        newStore(clock);

        assertThat(unfinished()).containsExactly(young);
    }

    private Stream<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("unfinished"))) {
            return files.toList().stream();
        }
    }
}

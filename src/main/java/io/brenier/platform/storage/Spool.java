package io.brenier.platform.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of work that is not finished, on this machine's disk. Whoever makes one deletes it. */
@Component
public final class Spool {

    /** Files of a process that died are removed at the next start once they are this old. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;

    Spool(StorageProperties properties, Clock clock) throws IOException {
        this.folder = Files.createDirectories(properties.directory().resolve("unfinished"));
        Instant limit = clock.instant().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** @throws IOException if the disk has not so many bytes left */
    public void requireRoom(long bytes) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes) {
            throw new IOException(
                    "%,d bytes are needed in %s, and %,d are left".formatted(bytes, folder.toAbsolutePath(), room));
        }
    }

    /** A name that no file has yet. */
    public Path newFile() {
        return folder.resolve(UUID.randomUUID() + ".part");
    }
}

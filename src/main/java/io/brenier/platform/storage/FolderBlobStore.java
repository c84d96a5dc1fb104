package io.brenier.platform.storage;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blobs as files of one folder: {@code blobs/ab/cd/abcd…}, named by the SHA-256 of their content. A blob is written beside them, forced to the
 * disk and then renamed, so that no reader and no crash ever meets half of one. One process owns the folder.
 */
final class FolderBlobStore implements BlobStore {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path blobs;
    private final Spool spool;
    private final Clock clock;
    /** Between a commit's rename and a delete's look at the time. */
    private final ReentrantLock changes = new ReentrantLock();

    FolderBlobStore(StorageProperties properties, Spool spool, Clock clock) throws IOException {
        this.blobs = Files.createDirectories(properties.directory().resolve("blobs"));
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public Staged stage() throws IOException {
        return new StagedFile(spool.newFile(), this::publish);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(existing(sha256));
    }

    @Override
    public boolean exists(String sha256) {
        return SHA256.matcher(sha256).matches() && Files.isRegularFile(path(sha256));
    }

    @Override
    public Stream<Entry> list() throws IOException {
        return Files.walk(blobs, 3)
                .filter(path -> SHA256.matcher(path.getFileName().toString()).matches())
                .flatMap(FolderBlobStore::entry);
    }

    @Override
    public void deleteIfNotCommittedSince(String sha256, Instant time) throws IOException {
        changes.lock();
        try {
            Path path = path(sha256);
            if (exists(sha256) && Files.getLastModifiedTime(path).toInstant().isBefore(time)) {
                Files.delete(path);
            }
        } finally {
            changes.unlock();
        }
    }

    private void publish(Path file, BlobRef ref) throws IOException {
        Path target = path(ref.sha256());
        Path folder = Folders.createDurably(blobs, folder(ref.sha256()));
        changes.lock();
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            // Also where the content is there already: the rename renews its time, and heals a damaged copy.
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            changes.unlock();
        }
        Folders.force(folder);
    }

    private Path existing(String sha256) throws NoSuchFileException {
        if (!SHA256.matcher(sha256).matches()) {
            throw new NoSuchFileException(sha256, null, "no SHA-256 in hexadecimal digits");
        }
        return path(sha256);
    }

    private Path path(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return blobs.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    private static Stream<Entry> entry(Path path) {
        try {
            BlobRef ref = new BlobRef(path.getFileName().toString(), Files.size(path));
            return Stream.of(new Entry(ref, Files.getLastModifiedTime(path).toInstant()));
        } catch (IOException removedMeanwhile) {
            return Stream.empty();
        }
    }
}

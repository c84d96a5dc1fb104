package io.brenier.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Content-addressed blobs: what is stored once stays as it is. A blob is there whole or not at all, also after a crash.
 * Blobs that no feature references any more are removed by the collector, never by the features themselves.
 */
public interface BlobStore {

    /** Opens a blob to be written; nothing is visible before {@link Staged#commit()}. */
    Staged stage() throws IOException;

    /**
     * Opens a blob for reading.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(String sha256) throws IOException;

    boolean exists(String sha256) throws IOException;

    /** Every blob and when it was last committed. The stream must be closed. */
    Stream<Entry> list() throws IOException;

    /** Removes the blob unless it was committed again after the given time. */
    void deleteIfNotCommittedSince(String sha256, Instant time) throws IOException;

    /** A blob being written. Closing without a commit leaves nothing behind. */
    interface Staged extends AutoCloseable {

        OutputStream stream();

        /** Makes the blob durable and visible under the hash of its content; committing content that is there already renews its time. */
        BlobRef commit() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** One blob of the listing. */
    record Entry(BlobRef ref, Instant committedAt) {}
}

package io.brenier.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Content-addressed blobs: what is stored once stays as it is. A blob is there whole or not at all, also after a crash.
 * Blobs that no feature references any more are removed by the collector, never by the features themselves; a row that references one has a foreign key to it.
 */
public interface BlobStore {

    /** Opens a blob to be written; nothing is visible before {@link Staged#commit()}. */
    Staged stage() throws IOException;

    /**
     * Opens a blob for reading. Whoever reads to the end has read what the name says: another content ends in an {@link IOException}.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(String sha256) throws IOException;

    /**
     * Opens a stretch of a blob for reading.
     *
     * @param from first byte
     * @param length how many; there must be so many
     * @throws java.nio.file.NoSuchFileException if there is no such blob
     */
    InputStream open(String sha256, long from, long length) throws IOException;

    /** A blob being written. Closing without a commit leaves nothing behind. */
    interface Staged extends AutoCloseable {

        OutputStream stream();

        /**
         * Makes the blob durable and visible under the hash of its content. A row that references it must follow within the collector's grace period, in a transaction that
         * begins afterwards: there must be none yet.
         */
        BlobRef commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}

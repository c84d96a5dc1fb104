package io.brenier.platform.storage;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A blob that is being written to a file of its own; its hash is taken on the way. */
final class StagedFile implements BlobStore.Staged {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Publication publication;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream stream;

    StagedFile(Path file, Publication publication) throws IOException {
        this.file = file;
        this.publication = publication;
        this.stream = new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest), BUFFER);
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public BlobRef commit() throws IOException {
        stream.close();
        BlobRef ref = new BlobRef(HexFormat.of().formatHex(digest.digest()), Files.size(file));
        publication.publish(file, ref);
        return ref;
    }

    @Override
    public void close() throws IOException {
        try (OutputStream closing = stream) {
            Files.deleteIfExists(file);
        }
    }

    /** Makes the finished file the blob. */
    interface Publication {
        void publish(Path file, BlobRef ref) throws IOException;
    }
}

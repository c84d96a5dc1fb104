package io.brenier.platform.storage;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A blob that is being written to a file of its own; its hash is taken on the way. */
final class StagedFile implements BlobStore.Staged {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Publication publication;
    private final FileChannel channel;
    private final MessageDigest digest;
    private final OutputStream stream;

    StagedFile(Path file, Publication publication) throws IOException {
        this.file = file;
        this.publication = publication;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.digest = sha256();
        this.stream =
                new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public BlobRef commit() throws IOException {
        stream.flush();
        channel.force(true);
        BlobRef ref = new BlobRef(HexFormat.of().formatHex(digest.digest()), channel.size());
        channel.close();
        publication.publish(file, ref);
        return ref;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Makes the finished file the blob. */
    interface Publication {
        void publish(Path file, BlobRef ref) throws IOException;
    }
}

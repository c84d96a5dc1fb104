package io.brenier.platform.storage.s3;

import io.brenier.platform.Sha256;
import io.brenier.platform.storage.object.BoundedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import software.amazon.awssdk.http.ContentStreamProvider;

/** A stretch of a file, which can be read again when a request is tried again. */
record FilePart(Path file, long from, long length) implements ContentStreamProvider {

    private static final int BUFFER = 1 << 16;

    @Override
    public InputStream newStream() {
        try {
            return open();
        } catch (IOException failure) {
            throw new UncheckedIOException("a part of " + file + " cannot be read", failure);
        }
    }

    byte[] sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(from);
        return new BoundedStream(Channels.newInputStream(channel), length);
    }
}

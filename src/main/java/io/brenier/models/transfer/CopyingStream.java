package io.brenier.models.transfer;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies every byte that is read from it, and refuses to go on beyond a limit. */
final class CopyingStream extends FilterInputStream {

    private final OutputStream copy;
    private final long maxBytes;
    private long count;

    CopyingStream(InputStream in, OutputStream copy, long maxBytes) {
        super(in);
        this.copy = copy;
        this.maxBytes = maxBytes;
    }

    /** How many bytes came so far. */
    long count() {
        return count;
    }

    /** Reads to the end. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        int read;
        do {
            read = read(buffer, 0, buffer.length);
        } while (read >= 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > maxBytes) {
                throw ProblemException.of(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "the archive is longer than the %,d bytes that brenier.models.max-archive-size allows"
                                .formatted(maxBytes));
            }
            copy.write(buffer, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        int read = read(new byte[(int) Math.clamp(bytes, 0, 1 << 16)]);
        return Math.max(read, 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

package io.brenier.platform.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;

/** Reads an object to its end even where connections break: the rest is asked for again, a few times without any progress between. */
final class ResumingStream extends InputStream {

    private final Opening opening;
    private final long length;
    private final int maxAttempts;
    private long position;
    private int failures;
    private @Nullable ResponseInputStream<?> in;

    ResumingStream(Opening opening, long length, int maxAttempts) throws IOException {
        this.opening = opening;
        this.length = length;
        this.maxAttempts = maxAttempts;
        this.in = opening.at(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        while (position < length) {
            int read = tryRead(bytes, offset, (int) Math.min(wanted, length - position));
            if (read > 0) {
                position += read;
                failures = 0;
                return read;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        if (in != null) {
            // An orderly close would read all that is left.
            in.abort();
            in = null;
        }
    }

    /** Zero where the connection broke and the rest was asked for again. */
    private int tryRead(byte[] bytes, int offset, int wanted) throws IOException {
        try {
            if (in == null) {
                in = opening.at(position);
            }
            int read = in.read(bytes, offset, wanted);
            if (read >= 0) {
                return read;
            }
            throw new IOException("the object ends %,d bytes too early".formatted(length - position));
        } catch (IOException failure) {
            close();
            if (++failures >= maxAttempts) {
                throw failure;
            }
            return 0;
        }
    }

    /** Opens the object from a position to the end of what is wanted. */
    interface Opening {
        ResponseInputStream<?> at(long position) throws IOException;
    }
}

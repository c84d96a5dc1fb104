package io.brenier.platform.storage.object;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream, no more and no less: an earlier end is an error, not an end. */
public final class BoundedStream extends FilterInputStream {

    private long left;

    public BoundedStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read();
        count(read < 0 ? -1 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(left, length));
        count(read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(Math.min(left, wanted));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(left, in.available());
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException("the object ends %,d bytes too early".formatted(left));
        }
        left -= read;
    }
}

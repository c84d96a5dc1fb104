package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that is longer than allowed, and for a while also any single part of it that is. */
public final class LimitedStream extends FilterInputStream {

    /** What readers above take in advance of the part that they are at. */
    private static final int READ_AHEAD = 1 << 16;

    private final long maxBytes;
    private long count;
    private long partEnd = Long.MAX_VALUE;
    private String part = "";

    public LimitedStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    /** From here on the named part may take at most so many bytes, until the next call. */
    void beginPart(String name, long bytes) {
        part = name;
        partEnd = count + bytes + READ_AHEAD;
    }

    void endPart() {
        partEnd = Long.MAX_VALUE;
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
                        "The body is longer than the %,d bytes allowed.".formatted(maxBytes));
            }
            if (count > partEnd) {
                throw ProblemException.of(
                        ProblemCode.PAYLOAD_TOO_LARGE, part + " is too long to be what it should be.");
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return read(new byte[(int) Math.min(bytes, READ_AHEAD)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

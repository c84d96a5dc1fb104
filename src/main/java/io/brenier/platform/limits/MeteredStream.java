package io.brenier.platform.limits;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Tells a meter how much of a body has been read, and does not wait for one that only trickles. */
final class MeteredStream extends ServletInputStream {

    private static final long NANOS = 1_000_000_000L;
    private static final long GRACE_SECONDS = 30;
    private static final long LEAST_BYTES_PER_SECOND = 1024;

    private final ServletInputStream in;
    private final MeteredRequest.BodyMeter meter;
    private final long begun = System.nanoTime();
    private long count;

    MeteredStream(ServletInputStream in, MeteredRequest.BodyMeter meter) {
        this.in = in;
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            counted(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    private void counted(int bytes) {
        count += bytes;
        refuseTrickle();
        meter.read(count);
    }

    /** A body that comes byte by byte would hold what the request was given for as long as its sender likes. */
    private void refuseTrickle() {
        long seconds = (System.nanoTime() - begun) / NANOS;
        if (seconds > GRACE_SECONDS && count / seconds < LEAST_BYTES_PER_SECOND) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_TIMEOUT,
                    "%,d bytes of the body came in %d s; at least %,d in a second are needed."
                            .formatted(count, seconds, LEAST_BYTES_PER_SECOND));
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package io.brenier.bench;

import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.List;

/**
 * Samples drawn once and kept in chunks, so that there may be more of them than one array holds.
 *
 * @param chunks of {@link #CHUNK} rows each
 */
record DrawnStream(List<Points> chunks) implements SampleStream {

    static final int CHUNK = 1 << 16;

    @Override
    public long rows() {
        return (long) CHUNK * chunks.size();
    }

    @Override
    public int dimension() {
        return chunks.getFirst().dimension();
    }

    @Override
    public Points stretch(long from, int count) {
        int d = dimension();
        float[] values = new float[Math.multiplyExact(count, d)];
        int done = 0;
        while (done < count) {
            long position = (from + done) % rows();
            int start = (int) (position % CHUNK);
            int next = Math.min(count - done, CHUNK - start);
            Points chunk = chunks.get((int) (position / CHUNK));
            System.arraycopy(chunk.values(), start * d, values, done * d, next * d);
            done += next;
        }
        return Points.of(values, count, d);
    }
}

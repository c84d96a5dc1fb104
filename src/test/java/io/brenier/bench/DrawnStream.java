package io.brenier.bench;

import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Samples drawn once and kept in chunks, so that there may be more of them than one array holds; a stretch goes on at its chunk's start. */
record DrawnStream(List<Points> chunks) implements SampleStream {

    static final int CHUNK = 1 << 16;

    /**
     * At least {@code rows} samples, in whole chunks.
     *
     * @param draw a chunk by its number
     */
    static DrawnStream of(long rows, LongFunction<Points> draw) {
        List<Points> chunks = new ArrayList<>();
        for (long drawn = 0; drawn < rows; drawn += CHUNK) {
            chunks.add(draw.apply(chunks.size()));
        }
        return new DrawnStream(chunks);
    }

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
        Points chunk = chunks.get((int) (from / CHUNK));
        int start = (int) (from % CHUNK);
        int first = Math.min(count, CHUNK - start);
        int d = dimension();
        float[] values = new float[count * d];
        System.arraycopy(chunk.values(), start * d, values, 0, first * d);
        System.arraycopy(chunk.values(), 0, values, first * d, (count - first) * d);
        return Points.of(values, count, d);
    }
}

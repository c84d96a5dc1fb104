package io.brenier.transport.measure.stream;

import io.brenier.transport.tensor.Points;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Rows of 32-bit floats in a file, little-endian, without a header. Closing deletes the file. */
public final class RowFile implements SampleStream, AutoCloseable {

    /** Floats that are read at a time. */
    private static final int PIECE = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final int dimension;
    private final long rows;

    RowFile(Path file, int dimension) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.dimension = dimension;
        this.rows = channel.size() / rowBytes();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Points stretch(long from, int count) {
        return stretch(0, rows, from, count);
    }

    /** The file without its first rows, which somebody else has. */
    public SampleStream from(long first) {
        Objects.checkIndex(first, rows);
        return new SampleStream() {
            @Override
            public long rows() {
                return rows - first;
            }

            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public Points stretch(long from, int count) {
                return RowFile.this.stretch(first, rows - first, from, count);
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private Points stretch(long first, long length, long from, int count) {
        Objects.checkIndex(from, length);
        float[] values = new float[Math.multiplyExact(count, dimension)];
        int done = 0;
        while (done < count) {
            long position = (from + done) % length;
            int next = (int) Math.min(count - done, length - position);
            read(first + position, values, done * dimension, next * dimension);
            done += next;
        }
        return Points.of(values, count, dimension);
    }

    private void read(long row, float[] into, int offset, int numbers) {
        // In pieces: the channel keeps memory outside of the heap for the largest buffer that it ever saw.
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.min(numbers, PIECE) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long start = row * rowBytes();
        for (int done = 0; done < numbers; done += PIECE) {
            bytes.clear().limit(Math.min(PIECE, numbers - done) * Float.BYTES);
            long position = start + (long) done * Float.BYTES;
            try {
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, position + bytes.position()) < 0) {
                        throw new EOFException("%s ends before row %d".formatted(file, row));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("the shuffled samples cannot be read", failure);
            }
            bytes.flip().asFloatBuffer().get(into, offset + done, bytes.limit() / Float.BYTES);
        }
    }

    private long rowBytes() {
        return (long) dimension * Float.BYTES;
    }
}

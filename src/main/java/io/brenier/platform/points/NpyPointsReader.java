package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads the points of an npy file. Rows in Fortran order lie scattered, so such a file is first laid on the disk and then read across. */
final class NpyPointsReader {

    private static final int BUFFER = 1 << 16;

    private NpyPointsReader() {}

    static void read(InputStream body, PointsLimits limits, PointsSink sink) throws IOException {
        DataInputStream in = new DataInputStream(body);
        NpyHeader header = NpyHeader.read(in);
        if (header.rows() == 0) {
            throw ProblemException.of(
                    ProblemCode.TOO_FEW_POINTS, "The npy array has no rows; send at least one point.");
        }
        RowAssembler rows = new RowAssembler(limits, sink);
        rows.expect(header.rows(), header.columns());
        if (header.dataBytes() > limits.maxBytes()) {
            throw ProblemException.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "An npy array of shape (%d, %d) is longer than the %,d bytes allowed."
                            .formatted(header.rows(), header.columns(), limits.maxBytes()));
        }
        if (header.fortranOrder() && header.rows() > 1 && header.columns() > 1) {
            readAcross(in, header, rows);
        } else {
            readAlong(in, header, rows);
        }
        if (in.read() >= 0) {
            throw NpyHeader.invalid("The npy file goes on after its data; send one array and nothing else.");
        }
        rows.end();
    }

    private static void readAlong(DataInputStream in, NpyHeader header, RowAssembler rows) throws IOException {
        int width = header.doubles() ? Double.BYTES : Float.BYTES;
        byte[] bytes = new byte[BUFFER];
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long left = header.dataBytes();
        while (left > 0) {
            int chunk = (int) Math.min(left, BUFFER);
            if (in.readNBytes(bytes, 0, chunk) < chunk) {
                throw NpyHeader.truncated();
            }
            for (int at = 0; at < chunk; at += width) {
                rows.add(header.doubles() ? numbers.getDouble(at) : numbers.getFloat(at));
                if (rows.columns() == header.columns()) {
                    rows.endRow();
                }
            }
            left -= chunk;
        }
    }

    private static void readAcross(DataInputStream in, NpyHeader header, RowAssembler rows) throws IOException {
        Path file = Files.createTempFile("brenier-columns", ".bin");
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                Arena arena = Arena.ofConfined()) {
            copy(in, channel, header.dataBytes());
            MemorySegment numbers = channel.map(FileChannel.MapMode.READ_ONLY, 0, header.dataBytes(), arena);
            for (long row = 0; row < header.rows(); row++) {
                for (long column = 0; column < header.columns(); column++) {
                    rows.add(number(numbers, header.doubles(), column * header.rows() + row));
                }
                rows.endRow();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double number(MemorySegment numbers, boolean doubles, long index) {
        return doubles
                ? numbers.get(
                        ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), index * Double.BYTES)
                : numbers.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), index * Float.BYTES);
    }

    private static void copy(DataInputStream in, FileChannel channel, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                throw NpyHeader.truncated();
            }
            ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
            while (chunk.hasRemaining()) {
                channel.write(chunk);
            }
            left -= read;
        }
    }
}

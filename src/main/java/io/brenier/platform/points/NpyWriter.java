package io.brenier.platform.points;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes npy files of format version 1.0, {@code <f4} in C order, exactly as numpy.save does: equal matrices make equal bytes. */
public final class NpyWriter {

    private static final int ALIGNMENT = 64;
    private static final int PREFIX = 10;
    private static final int CHUNK = 1 << 14;

    private NpyWriter() {}

    public static void writeHeader(long rows, int dimension, OutputStream out) throws IOException {
        String shape = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, dimension);
        int unpadded = PREFIX + shape.length() + 1;
        int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] header = new byte[length];
        Arrays.fill(header, (byte) ' ');
        ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) 1).put((byte) 0).putShort((short) (length - PREFIX));
        buffer.put(shape.getBytes(StandardCharsets.US_ASCII));
        header[length - 1] = '\n';
        out.write(header);
    }

    public static void writeValues(float[] values, OutputStream out) throws IOException {
        byte[] bytes = new byte[Math.min(values.length, CHUNK) * Float.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.asFloatBuffer().put(values, from, count);
            out.write(bytes, 0, count * Float.BYTES);
        }
    }
}

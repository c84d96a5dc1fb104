package io.brenier.transport.dual.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@link CheckpointContent} as bytes, big-endian: magic, version, step, fingerprint; the number of figures, each a name and a double; the
 * number of arrays, each a name, a length and floats; the SHA-256 of all of that.
 */
public final class CheckpointCodec {

    private static final int MAGIC = 0x42524E43;
    private static final int VERSION = 1;
    private static final int DIGEST_BYTES = 32;

    private CheckpointCodec() {}

    public static byte[] encode(CheckpointContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(content.step());
            out.writeUTF(content.fingerprint());
            out.writeInt(content.figures().size());
            for (Map.Entry<String, Double> figure : new TreeMap<>(content.figures()).entrySet()) {
                out.writeUTF(figure.getKey());
                out.writeDouble(figure.getValue());
            }
            out.writeInt(content.arrays().size());
            for (Map.Entry<String, float[]> array : new TreeMap<>(content.arrays()).entrySet()) {
                out.writeUTF(array.getKey());
                out.writeInt(array.getValue().length);
                ByteBuffer floats = ByteBuffer.allocate(array.getValue().length * Float.BYTES);
                floats.asFloatBuffer().put(array.getValue());
                out.write(floats.array());
            }
            out.write(digest(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are no checkpoint, one of another version or damaged */
    public static CheckpointContent decode(byte[] bytes) {
        int body = bytes.length - DIGEST_BYTES;
        if (body < 2 * Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new IllegalArgumentException("These %d bytes are no checkpoint.".formatted(bytes.length));
        }
        int version = ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The checkpoint has version %d; this program reads %d.".formatted(version, VERSION));
        }
        if (!Arrays.equals(digest(bytes, body), Arrays.copyOfRange(bytes, body, bytes.length))) {
            throw new IllegalArgumentException("The checkpoint is damaged: its SHA-256 does not fit its content.");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 2 * Integer.BYTES, body))) {
            return new CheckpointContent(in.readLong(), in.readUTF(), figures(in), arrays(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("The checkpoint cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Double> figures(DataInputStream in) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            figures.put(in.readUTF(), in.readDouble());
        }
        return figures;
    }

    private static Map<String, float[]> arrays(DataInputStream in) throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            byte[] floats = in.readNBytes(in.readInt() * Float.BYTES);
            float[] values = new float[floats.length / Float.BYTES];
            ByteBuffer.wrap(floats).asFloatBuffer().get(values);
            arrays.put(name, values);
        }
        return arrays;
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

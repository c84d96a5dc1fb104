package io.brenier.bench;

<<<<<<< HEAD
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
=======
import java.io.IOException;
import java.io.InputStream;
>>>>>>> a6128cc (bench: unexplained variance on Mix3ToMix10 against CPU time; the last pair wins where held-out samples cannot tell)
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
<<<<<<< HEAD
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small npz files for tests. */
final class NpzFile {

    private NpzFile() {}

    static void write(Path file, Map<String, FloatArray> arrays) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, FloatArray> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(npy(
                        "<f4", array.getValue().shape(), bytes(array.getValue().values())));
                zip.closeEntry();
            }
        }
    }

    static byte[] npy(String type, int[] shape, byte[] content) throws IOException {
        String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        byte[] header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }%n"
                .formatted(type, sizes)
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeShort(Short.reverseBytes((short) header.length));
        out.write(header);
        out.write(content);
        return bytes.toByteArray();
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
=======
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Little-endian float arrays of a NumPy archive, flattened in C order, by name. */
final class NpzFile {

    private static final int MAGIC_AND_VERSION = 8;

    private final Map<String, double[]> arrays = new HashMap<>();

    static NpzFile read(Path path) throws IOException {
        NpzFile file = new NpzFile();
        try (InputStream in = Files.newInputStream(path);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                file.arrays.put(entry.getName().replace(".npy", ""), array(entry.getName(), zip.readAllBytes()));
            }
        }
        return file;
    }

    double[] doubles(String name) {
        double[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no array " + name + " among " + arrays.keySet());
        }
        return values;
    }

    float[] floats(String name) {
        double[] values = doubles(name);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    double number(String name) {
        return doubles(name)[0];
    }

    private static double[] array(String name, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = bytes[6] == 1;
        int length = first ? buffer.getShort(MAGIC_AND_VERSION) & 0xFFFF : buffer.getInt(MAGIC_AND_VERSION);
        int from = MAGIC_AND_VERSION + (first ? Short.BYTES : Integer.BYTES);
        String header = new String(bytes, from, length, StandardCharsets.US_ASCII);
        if (header.contains("'fortran_order': True")) {
            throw new IllegalArgumentException(name + " is not in C order");
        }
        String type = header.substring(header.indexOf("'<") + 2, header.indexOf("'<") + 4);
        buffer.position(from + length);
        double[] values = new double[buffer.remaining() / (type.charAt(1) - '0')];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case "f4" -> buffer.getFloat();
                case "f8" -> buffer.getDouble();
                case "i4" -> buffer.getInt();
                case "i8" -> buffer.getLong();
                default -> throw new IllegalArgumentException(name + " has a type that is not read here: " + header);
            };
        }
        return values;
>>>>>>> a6128cc (bench: unexplained variance on Mix3ToMix10 against CPU time; the last pair wins where held-out samples cannot tell)
    }
}

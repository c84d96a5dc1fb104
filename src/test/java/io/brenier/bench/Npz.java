package io.brenier.bench;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads numpy's zip of arrays: little-endian float32, float64, int32 and int64 in C order. */
final class Npz {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '(<f4|<f8|<i4|<i8)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\}\\s*");

    private Npz() {}

    /** The arrays by name, without the suffix .npy. */
    static Map<String, FloatArray> read(Path file) throws IOException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    arrays.put(
                            entry.getName().replaceFirst("\\.npy$", ""),
                            parse(entry.getName(), content.readAllBytes()));
                }
            }
        }
        return arrays;
    }

    private static FloatArray parse(String name, byte[] content) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC) || in.readUnsignedShort() != 0x0100) {
            throw new IOException(name + " is no npy file of version 1");
        }
        int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        Matcher header = HEADER.matcher(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        if (!header.matches()) {
            throw new IOException(name + " has a header that is not read here");
        }
        int[] shape = Arrays.stream(header.group(2).split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        ByteBuffer buffer = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (header.group(1)) {
                case "<f4" -> buffer.getFloat();
                case "<f8" -> (float) buffer.getDouble();
                case "<i4" -> buffer.getInt();
                default -> buffer.getLong();
            };
        }
        return new FloatArray(shape, values);
    }
}

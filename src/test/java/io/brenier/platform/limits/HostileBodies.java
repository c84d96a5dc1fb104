package io.brenier.platform.limits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bodies that lie, swell or never end, each by what is wrong with it. */
final class HostileBodies {

    private static final int MEGABYTE = 1 << 20;

    private HostileBodies() {}

    static Map<String, byte[]> npy() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("a billion rows announced", npy("'<f4'", "False", "(1000000000, 2)", 64));
        bodies.put("a shape whose product overflows", npy("'<f4'", "False", "(4611686018427387904, 4)", 64));
        bodies.put("a shape beyond 64 bits", npy("'<f4'", "False", "(99999999999999999999999, 2)", 64));
        bodies.put("a negative shape", npy("'<f4'", "False", "(-4, 2)", 64));
        bodies.put("no rows", npy("'<f4'", "False", "(0, 2)", 0));
        bodies.put("no columns", npy("'<f4'", "False", "(4, 0)", 0));
        bodies.put("one axis", npy("'<f4'", "False", "(8,)", 32));
        bodies.put("three axes", npy("'<f4'", "False", "(2, 2, 2)", 32));
        bodies.put("a shape that is none", npy("'<f4'", "False", "'big'", 32));
        bodies.put("objects to unpickle", npy("'|O'", "False", "(4, 2)", 64));
        bodies.put("complex numbers", npy("'<c16'", "False", "(4, 2)", 128));
        bodies.put("big-endian numbers", npy("'>f4'", "False", "(4, 2)", 32));
        bodies.put("half floats", npy("'<f2'", "False", "(4, 2)", 16));
        bodies.put("texts of a billion letters", npy("'<U999999999'", "False", "(4, 2)", 64));
        bodies.put("records", npy("[('a', '<f4'), ('b', '<f4')]", "False", "(4, 2)", 64));
        bodies.put("an order that is none", npy("'<f4'", "Maybe", "(4, 2)", 32));
        bodies.put("code in the header", header("__import__('os').system('id')", 1, -1, 32));
        bodies.put("an empty header", header("", 1, -1, 32));
        bodies.put("a header without a shape", header("{'descr': '<f4', 'fortran_order': False}", 1, -1, 32));
        bodies.put(
                "a header without end", header("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 2", 1, -1, 32));
        bodies.put("a header of brackets", header("{'shape': " + "(".repeat(5_000), 1, -1, 32));
        bodies.put("a header of spaces", header(" ".repeat(MEGABYTE), 2, -1, 32));
        bodies.put("a header longer than the body", header("{}", 1, 65_535, 0));
        bodies.put("a header of four gigabytes", header("{}", 2, -2, 0));
        bodies.put("a version of the future", header("{}", 9, -1, 32));
        bodies.put("a version before the first", header("{}", 0, -1, 32));
        bodies.put("numbers that end too soon", npy("'<f4'", "False", "(4, 2)", 31));
        bodies.put("numbers that go on", npy("'<f4'", "False", "(4, 2)", 33));
        bodies.put("columns first, and too few", npy("'<f4'", "True", "(1000, 2)", 64));
        bodies.put("another magic", "\u0093NUMPX\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("a magic and no more", "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("nothing", new byte[0]);
        bodies.put("zeros", new byte[MEGABYTE]);
        return bodies;
    }

    static Map<String, byte[]> csv() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("a line without end", text("1".repeat(20 * MEGABYTE)));
        bodies.put("a line of a million columns", text("1,".repeat(MEGABYTE) + "1\n"));
        bodies.put("a quotation without end", text("1,2\n\"" + "3".repeat(5 * MEGABYTE)));
        bodies.put("a header without end", text("x".repeat(10 * MEGABYTE)));
        bodies.put("rows of different lengths", text("1,2\n3\n4,5\n"));
        bodies.put("words for numbers", text("1,2\nthree,four\n"));
        bodies.put("not a number", text("1,2\nNaN,4\n"));
        bodies.put("infinity", text("1,2\ninf,4\n"));
        bodies.put("a number beyond floats", text("1,2\n1e999,4\n"));
        bodies.put("a formula", text("1,2\n=cmd|'/c calc'!A1,4\n"));
        bodies.put("empty fields", text("1,2\n,\n"));
        bodies.put("a header and no more", text("x,y\n"));
        bodies.put("empty lines", text("\n".repeat(100_000)));
        bodies.put("nothing but commas", text(",".repeat(100_000) + "\n"));
        bodies.put("bytes of zero", new byte[10_000]);
        bodies.put("UTF-16", "1,2\n3,4\n".getBytes(StandardCharsets.UTF_16));
        bodies.put("nothing", new byte[0]);
        bodies.put("one point", text("1,2\n"));
        return bodies;
    }

    static Map<String, byte[]> json() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("arrays in arrays", text("{\"name\": \"n\", \"points\": " + "[".repeat(100_000)));
        bodies.put("objects in objects", text("{\"name\":".repeat(100_000)));
        bodies.put("labels in labels", text("{\"name\": \"n\", \"labels\": " + "{\"a\":".repeat(50_000)));
        bodies.put("a number of a million digits", points("[" + "1".repeat(MEGABYTE) + ", 2], [3, 4]"));
        bodies.put("an exponent without end", points("[1e" + "9".repeat(100_000) + ", 2], [3, 4]"));
        bodies.put("a number beyond floats", points("[1e400, 2], [3, 4]"));
        bodies.put("a number beyond 32 bits", points("[1e39, 2], [3, 4]"));
        bodies.put("not a number", points("[NaN, 2], [3, 4]"));
        bodies.put("a name of ten megabytes", text("{\"name\": \"" + "n".repeat(10 * MEGABYTE) + "\"}"));
        bodies.put("a member's name of ten megabytes", text("{\"" + "n".repeat(10 * MEGABYTE) + "\": 1}"));
        bodies.put(
                "a hundred thousand labels",
                text("{\"name\": \"n\", \"labels\": {" + labels() + "}, \"points\": [[1, 2]]}"));
        bodies.put("a name with a line break", text("{\"name\": \"a\\nb\", \"points\": [[1, 2], [3, 4]]}"));
        bodies.put("an empty name", text("{\"name\": \"\", \"points\": [[1, 2], [3, 4]]}"));
        bodies.put("an unknown member", text("{\"name\": \"n\", \"__proto__\": {}, \"points\": [[1, 2], [3, 4]]}"));
        bodies.put("the same member twice", text("{\"name\": \"n\", \"name\": \"m\", \"points\": [[1, 2], [3, 4]]}"));
        bodies.put(
                "points twice", text("{\"name\": \"n\", \"points\": [[1, 2], [3, 4]], \"points\": [[1, 2], [3, 4]]}"));
        bodies.put("texts for numbers", points("[\"1\", \"2\"], [\"3\", \"4\"]"));
        bodies.put("nulls for numbers", points("[null, 2], [3, 4]"));
        bodies.put("rows of different lengths", points("[1, 2], [3]"));
        bodies.put("empty rows", points("[], []"));
        bodies.put("no rows", points(""));
        bodies.put("points that are none", text("{\"name\": \"n\", \"points\": \"many\"}"));
        bodies.put("no object", text("[[1, 2], [3, 4]]"));
        bodies.put("an object that ends too soon", text("{\"name\": \"n\", \"points\": [[1, 2], [3, "));
        bodies.put("an object that goes on", text("{\"name\": \"n\", \"points\": [[1, 2], [3, 4]]}{}"));
        bodies.put("a comment", text("{/* hello */\"name\": \"n\", \"points\": [[1, 2], [3, 4]]}"));
        bodies.put("broken UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
        bodies.put(
                "a measure of everything",
                text("{\"name\": \"n\", \"measure\": {\"type\": \"circle\", \"count\": 2000000000}}"));
        bodies.put("a measure that is none", text("{\"name\": \"n\", \"measure\": {\"type\": \"../../etc/passwd\"}}"));
        bodies.put("nothing", new byte[0]);
        return bodies;
    }

    static Map<String, byte[]> archives() throws IOException {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        byte[] bomb = new byte[64 * MEGABYTE];
        bodies.put("an archive of zeros that swells a thousandfold", zip("manifest.json", bomb));
        bodies.put("weights that swell a thousandfold", zip("weights/f.npy", bomb));
        bodies.put("a name that climbs", zip("../../../../etc/passwd", text("root")));
        bodies.put("an absolute name", zip("/etc/passwd", text("root")));
        bodies.put("a name with a backslash", zip("..\\..\\windows\\system32", text("x")));
        bodies.put("a manifest that is none", zip("manifest.json", text("hello")));
        bodies.put("a manifest of brackets", zip("manifest.json", text("[".repeat(1_000_000))));
        bodies.put("an empty manifest", zip("manifest.json", text("{}")));
        bodies.put("no manifest", zip("hello.txt", text("hello")));
        bodies.put("ten thousand entries", entries(10_000));
        bodies.put("no archive", text("hello"));
        bodies.put("an archive that ends too soon", java.util.Arrays.copyOf(zip("manifest.json", text("{}")), 40));
        bodies.put("another format", gzip(text("hello")));
        bodies.put("nothing", new byte[0]);
        return bodies;
    }

    static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] npy(String descr, String fortran, String shape, int dataBytes) {
        return header(
                "{'descr': %s, 'fortran_order': %s, 'shape': %s, }".formatted(descr, fortran, shape), 1, -1, dataBytes);
    }

    /** @param length as the header tells it; -1: as it is; -2: as long as can be told */
    private static byte[] header(String header, int version, int length, int dataBytes) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        int told = length == -1 ? text.length : length == -2 ? -1 : length;
        ByteBuffer file = ByteBuffer.allocate(12 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) version)
                .put((byte) 0);
        if (version == 2) {
            file.putInt(told);
        } else {
            file.putShort((short) told);
        }
        file.put(text);
        byte[] body = new byte[file.position() + dataBytes];
        file.get(0, body, 0, file.position());
        for (int i = file.position(); i < body.length; i++) {
            body[i] = (byte) (i % 7);
        }
        return body;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] entries(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("entry-" + i));
            }
        }
        return out.toByteArray();
    }

    private static byte[] points(String rows) {
        return text("{\"name\": \"n\", \"points\": [" + rows + "]}");
    }

    private static String labels() {
        StringBuilder labels = new StringBuilder("\"a\": \"b\"");
        for (int i = 0; i < 100_000; i++) {
            labels.append(",\"l").append(i).append("\":\"\"");
        }
        return labels.toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

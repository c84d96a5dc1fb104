package io.brenier.platform.points;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an npy file, versions 1 to 3 (NEP 1): what its bytes are and in which order. Only matrices of {@code <f4} and
 * {@code <f8} are read; nothing is ever unpickled.
 *
 * @param doubles whether the numbers are 64-bit
 * @param fortranOrder whether columns lie together instead of rows
 * @param rows n
 * @param columns d
 */
record NpyHeader(boolean doubles, boolean fortranOrder, long rows, long columns) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_LENGTH = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\"|(\\[))");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    static NpyHeader read(DataInputStream in) throws IOException {
        try {
            String text = text(in);
            return new NpyHeader(isDouble(type(text)), order(text), shape(text)[0], shape(text)[1]);
        } catch (EOFException end) {
            throw truncated();
        }
    }

    /** Bytes of all numbers; saturates. */
    long dataBytes() {
        long width = doubles ? Double.BYTES : Float.BYTES;
        return Math.multiplyHigh(rows, columns) != 0 || rows * columns < 0 || rows * columns > Long.MAX_VALUE / width
                ? Long.MAX_VALUE
                : rows * columns * width;
    }

    static ProblemException truncated() {
        return invalid("The npy file ends before its data do; send the whole file.");
    }

    static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, detail);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw notNpy(magic);
        }
        int major = in.readUnsignedByte();
        in.readUnsignedByte();
        if (major < 1 || major > 3) {
            throw invalid("The npy file has format version %d; versions 1, 2 and 3 are read.".formatted(major));
        }
        long length = major == 1
                ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        if (length > MAX_LENGTH) {
            throw invalid("The npy header claims %,d bytes; a matrix needs about 120, and at most %,d are read."
                    .formatted(length, MAX_LENGTH));
        }
        byte[] header = new byte[(int) length];
        in.readFully(header);
        return new String(header, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static String type(String header) {
        Matcher matcher = DESCR.matcher(header);
        if (!matcher.find()) {
            throw invalid("The npy header does not say the type of its numbers ('descr').");
        }
        if (matcher.group(3) != null) {
            throw wrongType("The npy file holds a structured type");
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private static boolean isDouble(String type) {
        if (type.equals("<f4")) {
            return false;
        }
        if (type.equals("<f8")) {
            return true;
        }
        if (type.contains("O")) {
            throw wrongType("The npy file holds pickled Python objects, which are never loaded");
        }
        if (type.startsWith(">")) {
            throw wrongType("The npy file is big-endian ('%s')".formatted(shortened(type)));
        }
        throw wrongType("The npy file holds numbers of type '%s'".formatted(shortened(type)));
    }

    private static boolean order(String header) {
        Matcher matcher = ORDER.matcher(header);
        if (!matcher.find()) {
            throw invalid("The npy header does not say the order of its numbers ('fortran_order').");
        }
        return matcher.group(1).equals("True");
    }

    private static long[] shape(String header) {
        Matcher matcher = SHAPE.matcher(header);
        if (!matcher.find()) {
            throw invalid("The npy header does not say the shape of its array ('shape').");
        }
        long[] sizes;
        try {
            sizes = Arrays.stream(matcher.group(1).replace("L", "").split(",", -1))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException tooLong) {
            throw ProblemException.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "The npy file claims the shape (%s), which is too large.".formatted(shortened(matcher.group(1))));
        }
        if (sizes.length != 2) {
            throw ProblemException.of(
                    ProblemCode.INVALID_TENSOR_SHAPE,
                    "The npy array has %d dimension(s); points are a matrix of shape (n, d), one point a row. Reshape it, for example array.reshape(-1, 1) for points on a line."
                            .formatted(sizes.length));
        }
        return sizes;
    }

    private static ProblemException notNpy(byte[] start) {
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            return invalid("The body is a zip archive (npz?); send one array, as numpy.save writes it.");
        }
        if (start.length > 1 && start[0] == (byte) 0x80) {
            return invalid(
                    "The body is a Python pickle, which is never loaded; send the array as numpy.save writes it.");
        }
        return invalid("The body is no npy file: it does not begin with \\x93NUMPY. Write it with numpy.save.");
    }

    private static ProblemException wrongType(String what) {
        return ProblemException.of(
                ProblemCode.INVALID_DATATYPE,
                what + "; send little-endian floats, for example numpy.save(file, array.astype('<f4')).");
    }

    private static String shortened(String text) {
        return Excerpt.of(text, 40);
    }
}

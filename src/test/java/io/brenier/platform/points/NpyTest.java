package io.brenier.platform.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

    private static final PointsLimits LIMITS = new PointsLimits(1 << 20, 1000, 64);
    private static final Points MATRIX = Points.ofRows(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersionWidthAndOrder(int version) throws IOException {
        assertThat(decode(npy(version, "<f4", false, "(3, 2)", 1, 2, 3, 4, 5, 6)))
                .isEqualTo(MATRIX);
        assertThat(decode(npy(version, "<f8", false, "(3, 2)", 1, 2, 3, 4, 5, 6)))
                .isEqualTo(MATRIX);
        assertThat(decode(npy(version, "<f4", true, "(3, 2)", 1, 3, 5, 2, 4, 6)))
                .isEqualTo(MATRIX);
        assertThat(decode(npy(version, "<f8", true, "(3, 2)", 1, 3, 5, 2, 4, 6)))
                .isEqualTo(MATRIX);
    }

    @Test
    void writesTheVeryBytesOfNumpy() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PointsEncoder.write(MATRIX, PointsFormat.NPY, out);

        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }";
        byte[] start = HexFormat.of().parseHex("934e554d505901007600");
        assertThat(out.size()).isEqualTo(128 + 24);
        assertThat(Arrays.copyOf(out.toByteArray(), 10)).isEqualTo(start);
        assertThat(new String(out.toByteArray(), 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo(header + " ".repeat(117 - header.length()) + "\n");
        assertThat(decode(out.toByteArray())).isEqualTo(MATRIX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '|O'   | (3, 2)       | INVALID_DATATYPE     | pickled Python objects
            '>f4'  | (3, 2)       | INVALID_DATATYPE     | big-endian ('>f4')
            '<i8'  | (3, 2)       | INVALID_DATATYPE     | numbers of type '<i8'
            '<f2'  | (3, 2)       | INVALID_DATATYPE     | numbers of type '<f2'
            '<f4'  | (6,)         | INVALID_TENSOR_SHAPE | has 1 dimension(s); points are a matrix
            '<f4'  | ()           | INVALID_TENSOR_SHAPE | has 0 dimension(s)
            '<f4'  | (1, 3, 2)    | INVALID_TENSOR_SHAPE | has 3 dimension(s)
            '<f4'  | (0, 2)       | TOO_FEW_POINTS       | has no rows
            '<f4'  | (3, 0)       | INVALID_TENSOR_SHAPE | at least one column
            '<f4'  | (4, 2)       | INVALID_REQUEST      | ends before its data
            '<f4'  | (2, 2)       | INVALID_REQUEST      | goes on after its data
            '<f4'  | (1001, 2)    | PAYLOAD_TOO_LARGE    | more points than the 1,000 allowed
            '<f4'  | (3, 65)      | PAYLOAD_TOO_LARGE    | more columns than the 64 allowed
            '<f4'  | (99999999999999999999, 2) | PAYLOAD_TOO_LARGE | too large
            """)
    void refusesWhatIsNoMatrixOfFloats(String descr, String shape, ProblemCode code, String sentence) {
        assertRefused(npy(1, descr, false, shape, 1, 2, 3, 4, 5, 6), code, sentence);
    }

    @Test
    void refusesAStructuredType() {
        byte[] file =
                npy("{'descr': [('x', '<f4'), ('y', '<f4')], 'fortran_order': False, 'shape': (3,), }", new byte[24]);

        assertRefused(file, ProblemCode.INVALID_DATATYPE, "structured type");
    }

    @Test
    void refusesAHeaderThatIsAbsurdlyLong() {
        byte[] file = npy(2, "<f4", false, "(3, 2)", 1);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);

        assertRefused(file, ProblemCode.INVALID_REQUEST, "4,294,967,295 bytes");
    }

    @Test
    void refusesOtherFilesByTheirBeginning() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, ProblemCode.INVALID_REQUEST, "zip archive");
        assertRefused(new byte[] {(byte) 0x80, 4, 1, 2, 3, 4}, ProblemCode.INVALID_REQUEST, "Python pickle");
        assertRefused("1,2\n3,4\n".getBytes(StandardCharsets.US_ASCII), ProblemCode.INVALID_REQUEST, "no npy file");
        assertRefused(new byte[0], ProblemCode.INVALID_REQUEST, "no npy file");
        assertRefused(
                Arrays.copyOf(npy(1, "<f4", false, "(3, 2)", 1, 2, 3, 4, 5, 6), 40),
                ProblemCode.INVALID_REQUEST,
                "ends before its data");
        byte[] future = npy(1, "<f4", false, "(3, 2)", 1, 2, 3, 4, 5, 6);
        future[6] = 9;
        assertRefused(future, ProblemCode.INVALID_REQUEST, "format version 9");
    }

    @Test
    void namesTheRowThatIsNotFiniteInEitherOrder() {
        double nan = Double.NaN;
        String sentence = "Row 2 (counted from 0), column 0: the value is NaN";

        assertRefused(npy(1, "<f4", false, "(3, 2)", 1, 2, 3, 4, nan, 6), ProblemCode.NON_FINITE_INPUT, sentence);
        assertRefused(npy(1, "<f8", true, "(3, 2)", 1, 3, nan, 2, 4, 6), ProblemCode.NON_FINITE_INPUT, sentence);
        assertRefused(
                npy(1, "<f8", false, "(3, 2)", 1, 2, 3, 4, 1e39, 6), ProblemCode.NON_FINITE_INPUT, "outside the range");
    }

    private static void assertRefused(byte[] file, ProblemCode code, String sentence) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decode(file))
                .withMessageContaining(sentence)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Points decode(byte[] file) throws IOException {
        return PointsDecoder.decode(new ByteArrayInputStream(file), PointsFormat.NPY, LIMITS);
    }

    private static byte[] npy(int version, String descr, boolean fortran, String shape, double... values) {
        boolean doubles = descr.endsWith("8");
        ByteBuffer data = ByteBuffer.allocate(values.length * (doubles ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (doubles) {
                data.putDouble(value);
            } else {
                data.putFloat((float) value);
            }
        }
        String header = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
                .formatted(descr, fortran ? "True" : "False", shape);
        return npy(version, header, data.array());
    }

    private static byte[] npy(String header, byte[] data) {
        return npy(1, header, data);
    }

    private static byte[] npy(int version, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text).put(data);
        return Arrays.copyOf(file.array(), file.position());
    }
}

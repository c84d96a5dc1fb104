package io.brenier.platform.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PointsDecoderTest {

    private static final PointsLimits LIMITS = new PointsLimits(1 << 20, 1000, 64);

    @Test
    void readsJsonAndTheMembersBesideThePoints() throws IOException {
        PointsBody body = PointsDecoder.decode(
                bytes("{\"conjugate\": \"refined\", \"points\": [[1, 2.5e0], [-3, 1e-3]], \"labels\": {\"a\": \"b\"}}"),
                PointsFormat.JSON,
                LIMITS,
                Set.of("conjugate", "labels"));

        assertThat(body.points()).isEqualTo(Points.ofRows(new float[] {1, 2.5f}, new float[] {-3, 1e-3f}));
        assertThat(body.members())
                .containsOnlyKeys("conjugate", "labels")
                .hasEntrySatisfying(
                        "conjugate", value -> assertThat(value.asString()).isEqualTo("refined"))
                .hasEntrySatisfying("labels", value -> assertThat(value).hasToString("{\"a\":\"b\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"points": [[1, 2], [3]]}         | INVALID_TENSOR_SHAPE | Row 1 has 1 columns, row 0 has 2; give every point the same number of columns.
            {"points": [[1, 2], [3, NaN]]}    | NON_FINITE_INPUT     | Row 1 (counted from 0), column 1: the value is NaN; points must be finite numbers.
            {"points": [[1, 1e39]]}           | NON_FINITE_INPUT     | Row 0 (counted from 0), column 1: 1.0E39 is outside the range of 32-bit floats (±3.4e38).
            {"points": [[-Infinity]]}         | NON_FINITE_INPUT     | minus infinity
            {"points": [[1e999]]}             | NON_FINITE_INPUT     | beyond a 64-bit float
            {"points": []}                    | TOO_FEW_POINTS       | There are no points
            {"points": [[]]}                  | INVALID_TENSOR_SHAPE | Row 0 is empty
            {"points": [1, 2]}                | INVALID_TENSOR_SHAPE | Row 0 (counted from 0) is no array
            {"points": 3}                     | INVALID_TENSOR_SHAPE | must be an array of rows
            {"points": [[1, "2"]]}            | INVALID_DATATYPE     | Row 0 (counted from 0), column 1: this is no number but a string.
            {"points": [[1, null]]}           | INVALID_DATATYPE     | no number but null
            {"points": [[[1]]]}               | INVALID_DATATYPE     | no number but an array
            {"points": [[1]], "points": [[1]]}| INVALID_JSON         | Duplicate
            {"point": [[1]]}                  | UNKNOWN_FIELD        | There is no member "point". Did you mean "points"?
            {}                                | INVALID_REQUEST      | The member "points" is missing
            [[1, 2]]                          | INVALID_REQUEST      | The body must be a JSON object
            {"points": [[1, 2], [3,           | INVALID_JSON         | at line 1
            {"points": [[1]]} x               | INVALID_JSON         | at line 1
            {"points": [[1]]} {}              | INVALID_REQUEST      | goes on after
            """)
    void refusesJsonThatHoldsNoPoints(String body, ProblemCode code, String sentence) {
        assertRefused(PointsFormat.JSON, body, code).hasMessageContaining(sentence);
    }

    @Test
    void refusesAnEmptyJsonBody() {
        assertRefused(PointsFormat.JSON, "", ProblemCode.INVALID_REQUEST).hasMessageContaining("must be a JSON object");
    }

    @Test
    void pointsAtTheValue() {
        ProblemException problem = assertRefusal(PointsFormat.JSON, "{\"points\": [[1, 2], [3, NaN]]}");

        assertThat(problem.errors())
                .extracting(ProblemException.FieldProblem::pointer)
                .containsExactly("/points/1/1");
    }

    @ParameterizedTest
    @EnumSource(PointsFormat.class)
    void refusesMoreRowsColumnsAndBytesThanAllowed(PointsFormat format) throws IOException {
        Points points = Points.of(new float[12], 4, 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PointsEncoder.write(points, format, out);

        for (PointsLimits limits : List.of(
                new PointsLimits(1000, 3, 3), new PointsLimits(1000, 4, 2), new PointsLimits(out.size() - 1, 4, 3))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> PointsDecoder.decode(new ByteArrayInputStream(out.toByteArray()), format, limits))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE));
        }
        PointsLimits exact = new PointsLimits(out.size(), 4, 3);
        assertThat(PointsDecoder.decode(new ByteArrayInputStream(out.toByteArray()), format, exact))
                .isEqualTo(points);
    }

    @Test
    void refusesAMemberThatIsMuchTooLong() {
        String body = "{\"labels\": [" + "1,".repeat(200_000) + "1], \"points\": [[1]]}";

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PointsDecoder.decode(bytes(body), PointsFormat.JSON, LIMITS, Set.of("labels")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE))
                .withMessageContaining("labels");
    }

    @Test
    void readsCsvWithAndWithoutAHeader() throws IOException {
        Points expected = Points.ofRows(new float[] {1, -2.5f}, new float[] {3e4f, 4});

        assertThat(csv("x,y\r\n1,-2.5\r\n3e4,4\r\n")).isEqualTo(expected);
        assertThat(csv("1, -2.5\n\n\"3e4\",4")).isEqualTo(expected);
        assertThat(csv("\uFEFF1,-2.5\n3e4,4\n")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2;3          | INVALID_TENSOR_SHAPE | Row 1 has 1 columns, row 0 has 2
            1,2;3,nan      | NON_FINITE_INPUT     | Row 1 (counted from 0), column 1: the value is NaN
            1,-inf         | NON_FINITE_INPUT     | Row 0 (counted from 0), column 1
            1,1e40         | NON_FINITE_INPUT     | outside the range
            x,y            | TOO_FEW_POINTS       | There are no points
            1,2;3,x        | INVALID_DATATYPE     | 'x' on line 2 is no number
            1,x            | INVALID_DATATYPE     | 'x' on line 1 is no number
            1,0x1p3        | INVALID_DATATYPE     | '0x1p3' on line 1 is no number
            1,2f           | INVALID_DATATYPE     | '2f' on line 1 is no number
            1,             | INVALID_DATATYPE     | '' on line 1 is no number
            1,"2           | INVALID_REQUEST      | its quotes do not match
            1,"2"3         | INVALID_REQUEST      | its quotes do not match
            """, quoteCharacter = '`')
    void refusesCsvThatHoldsNoPoints(String lines, ProblemCode code, String sentence) {
        assertRefused(PointsFormat.CSV, lines.replace(';', '\n'), code).hasMessageContaining(sentence);
    }

    @Test
    void refusesCsvThatIsNotUtf8() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PointsDecoder.decode(
                        new ByteArrayInputStream(new byte[] {'1', '\n', (byte) 0xff, (byte) 0xfe}),
                        PointsFormat.CSV,
                        LIMITS))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void refusesALineOfCsvThatNeverEnds() {
        assertRefused(PointsFormat.CSV, "\"" + "1".repeat(200_000), ProblemCode.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource(PointsFormat.class)
    void givesPointsOrAProblemWhateverTheBytes(PointsFormat format) throws IOException {
        Random random = new Random(20261122);
        ByteArrayOutputStream valid = new ByteArrayOutputStream();
        PointsEncoder.write(Points.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2), format, valid);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 4000; round++) {
            byte[] body = damaged(valid.toByteArray(), random, round);
            try {
                Points points = PointsDecoder.decode(new ByteArrayInputStream(body), format, LIMITS);
                assertThat(points.rows()).isPositive();
                read++;
            } catch (ProblemException problem) {
                assertThat(problem.code().status()).isBetween(400, 422);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
        assertThat(read).isPositive();
    }

    private static byte[] damaged(byte[] valid, Random random, int round) {
        if (round % 4 == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] body = round % 4 == 1 ? Arrays.copyOf(valid, random.nextInt(valid.length + 8)) : valid.clone();
        for (int i = 0; i < round % 4 && body.length > 0; i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private static Points csv(String text) throws IOException {
        return PointsDecoder.decode(bytes(text), PointsFormat.CSV, LIMITS);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(PointsFormat format, String body, ProblemCode code) {
        ProblemException problem = assertRefusal(format, body);
        assertThat(problem.code()).as(problem.detail()).isEqualTo(code);
        return assertThat(problem);
    }

    private static ProblemException assertRefusal(PointsFormat format, String body) {
        try {
            Points points = PointsDecoder.decode(bytes(body), format, LIMITS);
            throw new AssertionError("was read as " + points);
        } catch (ProblemException problem) {
            return problem;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PointsFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                         | JSON
            application/json; charset=utf-8          | JSON
            text/csv;header=present                  | CSV
            application/x-npy                        | NPY
            """)
    void knowsABodyByItsContentType(String contentType, PointsFormat format) {
        assertThat(PointsFormat.ofContentType(contentType)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "garbage", "''", "application/octet-stream"})
    void refusesOtherContentTypes(String contentType) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PointsFormat.ofContentType(contentType))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                        | NPY
            application/json                           | JSON
            text/*                                     | CSV
            text/csv;q=0.5, application/json           | JSON
            application/json;q=0.1, */*;q=0.2          | NPY
            text/html, application/xhtml+xml, */*;q=.8 | NPY
            """)
    void answersInTheFormatThatIsWantedMost(String accept, PointsFormat format) {
        assertThat(PointsFormat.ofAccept(accept, PointsFormat.NPY)).isEqualTo(format);
    }

    @Test
    void refusesToAnswerInAFormatThatNobodyWants() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PointsFormat.ofAccept("text/html, application/json;q=0", PointsFormat.JSON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ACCEPTABLE));
    }

    @ParameterizedTest
    @EnumSource(PointsFormat.class)
    void readsBackEveryFloatThatItWrites(PointsFormat format) throws IOException {
        Random random = new Random(7);
        float[] values = new float[3000];
        for (int i = 0; i < values.length; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            values[i] = Float.isFinite(value) ? value : Float.MIN_VALUE;
        }
        Points points = Points.of(values, 1000, 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PointsEncoder.write(points, format, out);

        Points read = PointsDecoder.decode(
                new ByteArrayInputStream(out.toByteArray()), format, new PointsLimits(1 << 20, 1000, 3));
        assertThat(read).isEqualTo(points);
    }

    @ParameterizedTest
    @EnumSource(PointsFormat.class)
    void refusesToWriteWhatIsNotFiniteAndWritesNothing(PointsFormat format) {
        Points points = Points.of(new float[] {1, 2, 3, Float.NaN}, 2, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PointsEncoder.write(points, format, out))
                .withMessageContaining("row 1 (counted from 0)")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NON_FINITE_OUTPUT));
        assertThat(out.size()).isZero();
    }

    @Test
    void writesTheShortestDecimals() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PointsEncoder.write(Points.ofRows(new float[] {0.1f, -2}), PointsFormat.JSON, out);

        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("{\"points\":[[0.1,-2.0]]}");
    }
}

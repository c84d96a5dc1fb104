package io.brenier.transport.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Model files of every released format version, which must load for ever and map as they did. A line of expected.csv is a point, its
 * image by ∇f, its image by the amortizer, f and f* there.
 */
class GoldenArchiveTest {

    @ParameterizedTest
    @ValueSource(strings = {"v1/networks", "v1/affine", "v1/convex", "v1/entropic"})
    void loadsAndMapsAsItDidWhenItWasWritten(String name) throws IOException {
        ArchivedModel model = ExampleModels.read(resource(name + ".zip"));

        List<float[]> lines = new String(resource(name + ".csv"), StandardCharsets.UTF_8)
                .lines()
                .map(GoldenArchiveTest::numbers)
                .toList();
        assertThat(lines).hasSize(6);
        for (float[] line : lines) {
            Points point = Points.ofRows(Arrays.copyOfRange(line, 0, 3));
            assertClose(
                    model.potentials().transport(point, Direction.FORWARD).values(), Arrays.copyOfRange(line, 3, 6));
            assertClose(
                    model.potentials().transport(point, Direction.INVERSE).values(), Arrays.copyOfRange(line, 6, 9));
            assertClose(model.potentials().potential(point, Direction.FORWARD), Arrays.copyOfRange(line, 9, 10));
            assertClose(model.potentials().potential(point, Direction.INVERSE), Arrays.copyOfRange(line, 10, 11));
        }
        assertThat(model.solver()).isEqualTo("w2-dual");
        assertThat(model.provenance()).containsEntry("seed", 7L);
        assertThat(model.metrics()).containsEntry("w2_squared", 3.5);
        assertThat(model.notes()).containsExactly("An example – not trained.");
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            // another order of the same sums is no other map
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f * (1 + Math.abs(expected[i]))));
        }
    }

    private static float[] numbers(String line) {
        String[] parts = line.split(",");
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Float.parseFloat(parts[i]);
        }
        return numbers;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenArchiveTest.class.getResourceAsStream("/archive/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}

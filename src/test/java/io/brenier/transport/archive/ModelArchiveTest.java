package io.brenier.transport.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelArchiveTest {

    private final Points points = GaussianSamples.isotropic(40, 1, 1, 0, 0, 0);

    @Test
    void bringsAModelBackToTheLastBit() throws IOException {
        for (ArchivedModel model : List.of(
                ExampleModels.withNetworks(),
                ExampleModels.affine(),
                ExampleModels.entropic(),
                ExampleModels.debiased(),
                ExampleModels.swapped())) {
            ArchivedModel read = ExampleModels.read(ExampleModels.bytes(model));

            for (Direction direction : Direction.values()) {
                assertThat(read.potentials().transport(points, direction))
                        .isEqualTo(model.potentials().transport(points, direction));
                assertThat(read.potentials().potential(points, direction))
                        .isEqualTo(model.potentials().potential(points, direction));
            }
            assertThat(read.solver()).isEqualTo(model.solver());
            assertThat(read.provenance()).isEqualTo(model.provenance());
            assertThat(read.metrics()).isEqualTo(model.metrics());
            assertThat(read.notes()).isEqualTo(model.notes());
        }
    }

    @Test
    void writesTheSameBytesForTheSameModelWhateverTheOrderOfItsMaps() throws IOException {
        ArchivedModel model = ExampleModels.withNetworks();
        Map<String, Object> reversed = new LinkedHashMap<>();
        model.provenance().keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(key -> reversed.put(key, model.provenance().get(key)));
        ArchivedModel same = new ArchivedModel(
                model.potentials(), model.solver(), reversed, new HashMap<>(model.metrics()), model.notes());

        assertThat(ExampleModels.bytes(same)).isEqualTo(ExampleModels.bytes(model));
    }

    @Test
    void writesTheSameBytesForAModelThatItRead() throws IOException {
        byte[] first = ExampleModels.bytes(ExampleModels.withNetworks());

        assertThat(ExampleModels.bytes(ExampleModels.read(first))).isEqualTo(first);
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        ClosingStream stream = new ClosingStream();

        ModelArchive.write(stream, ExampleModels.affine());

        assertThat(stream.closed).isFalse();
    }

    @Test
    void refusesPotentialsOfAnotherKind() {
        ArchivedModel foreign = ExampleModels.describe(new ForeignPotentials());

        assertThatThrownBy(() -> ExampleModels.bytes(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ForeignPotentials");
    }

    @Test
    void refusesAMetricThatIsNotFinite() {
        ArchivedModel model = ExampleModels.affine();
        ArchivedModel broken = new ArchivedModel(
                model.potentials(), model.solver(), model.provenance(), Map.of("w2_squared", Double.NaN), List.of());

        assertThatThrownBy(() -> ExampleModels.bytes(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("w2_squared");
    }

    private static final class ClosingStream extends ByteArrayOutputStream {

        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private record ForeignPotentials() implements DualPotentials {

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Points transport(Points given, Direction direction) {
            return given;
        }

        @Override
        public ConjugateResult refineInverse(Points y, LbfgsSpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] potential(Points given, Direction direction) {
            return new float[given.rows()];
        }

        @Override
        public Points hessianProducts(Points x, Points v) {
            return v;
        }
    }
}

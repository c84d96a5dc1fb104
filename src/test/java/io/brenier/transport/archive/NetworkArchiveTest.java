package io.brenier.transport.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.DenseIcnnSpec;
import io.brenier.transport.network.HyCnnSpec;
import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.ModularSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.PotentialNnSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.curve.SlopeActivation;
import io.brenier.transport.network.graph.GraphBuilder;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of network in a model file, both as potential and as what the way back is the gradient of. */
class NetworkArchiveTest {

    private static final Points POINTS =
            Points.ofRows(new float[] {0.5f, -1, 2}, new float[] {1, 1, 1}, new float[] {-2, 0.3f, 0});

    static Stream<NetworkSpec> specs() {
        List<Integer> hidden = List.of(4, 3);
        PotentialStart start = PotentialStart.GAUSSIAN;
        return Stream.of(
                new MlpSpec(hidden, Activation.ELU, start),
                new IcnnSpec(
                        hidden,
                        ConvexActivation.LEAKY_RELU,
                        2,
                        PositiveWeights.penalized(0.5),
                        1,
                        PotentialStart.IDENTITY),
                new ActNormIcnnSpec(hidden, ConvexActivation.ELU, true, 0.5, start),
                new DenseIcnnSpec(hidden, 1, PositiveWeights.projected(), 0.01, start),
                new HyCnnSpec(hidden, 10, PositiveWeights.rectified(), 1, start),
                new IcgnSpec(5, SlopeActivation.SILU, 16, true, start),
                new ModularSpec(2, 3, start),
                new PotentialNnSpec(hidden, Activation.TANH, start));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void comesBackToTheLastBit(NetworkSpec spec) throws IOException {
        Potential potential = ExampleModels.network(spec, 21);
        AffineMlpMap affine =
                new AffineMlpMap(new float[9], new float[3], Mlp.initial(3, List.of(4), 3, Activation.ELU, 22));
        for (ArchivedModel model : List.of(
                ExampleModels.parts(potential, affine),
                ExampleModels.parts(potential, new PotentialGradient(ExampleModels.network(spec, 23))))) {
            byte[] bytes = ExampleModels.bytes(model);
            ArchivedModel read = ExampleModels.read(bytes);
            for (Direction direction : Direction.values()) {
                assertThat(read.potentials().transport(POINTS, direction))
                        .isEqualTo(model.potentials().transport(POINTS, direction));
                assertThat(read.potentials().potential(POINTS, direction))
                        .isEqualTo(model.potentials().potential(POINTS, direction));
            }
            assertThat(ExampleModels.bytes(read)).isEqualTo(bytes);
        }
    }

    @Test
    void saysInTheManifestWhatTheNetworkIs() throws IOException {
        String manifest = manifest(ExampleModels.convex());
        assertThat(manifest)
                .contains(
                        "\"type\" : \"standardized-parts\"",
                        "\"type\" : \"icnn\"",
                        "\"activation\" : \"elu\"",
                        "\"start_scale\"",
                        "potential.network.layers.1.weights");
    }

    @Test
    void refusesASpecThatIsUnknownIncompleteOrContradictsItself() throws IOException {
        String manifest = manifest(ExampleModels.convex());
        refuses(manifest.replace("\"type\" : \"icnn\"", "\"type\" : \"qcnn\""), "qcnn");
        refuses(manifest.replace("\"rank\" : 2,", ""), "rank");
        refuses(manifest.replace("\"rank\" : 2,", "\"rank\" : -2,"), "-2 is given");
        refuses(manifest.replace("\"activation\" : \"elu\",", ""), "activation");
        refuses(manifest.replace("\"rank\" : 2,", "\"rank\" : 3,"), "has shape [3, 8] where [3, 12] is due");
        refuses(manifest.replace("\"hidden\" : [ 4, 3 ]", "\"hidden\" : [ 4096, 4096, 4096 ]"), "more parameters");
        refuses(manifest.replace("\"kind\" : \"network\"", "\"kind\" : \"unknown\""), "'unknown'");
        refuses(manifest.replace("\"forward\"", "\"elsewhere\""), "lacks one of its two parts");
    }

    @Test
    void refusesANetworkPutTogetherByHand() {
        GraphBuilder graph = new GraphBuilder(3);
        graph.product(GraphBuilder.POINT, graph.weight("w", 3, 1, new float[] {1, 2, 3}));
        Potential byHand = graph.build();
        ArchivedModel model = ExampleModels.parts(byHand, new PotentialGradient(byHand));
        assertThatThrownBy(() -> ExampleModels.bytes(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by hand");
    }

    private static String manifest(ArchivedModel model) throws IOException {
        return new String(pair(model).manifest(), StandardCharsets.UTF_8);
    }

    private static ZipPair pair(ArchivedModel model) throws IOException {
        return ZipPair.read(ExampleModels.bytes(model), ArchiveLimits.DEFAULT);
    }

    private static void refuses(String manifest, String reason) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ZipPair(
                        manifest.getBytes(StandardCharsets.UTF_8),
                        pair(ExampleModels.convex()).weights())
                .write(out);
        assertThatThrownBy(() -> ExampleModels.read(out.toByteArray()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(reason);
    }
}

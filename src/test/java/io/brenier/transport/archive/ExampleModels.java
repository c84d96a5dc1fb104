package io.brenier.transport.archive;

import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.dual.SwappedDualPotentials;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.network.entropic.DebiasedPotential;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.network.family.Potentials;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small models with every part that the format knows. */
final class ExampleModels {

    private ExampleModels() {}

    /** d = 3; a potential of two hidden layers, an amortizer of one. */
    static ArchivedModel withNetworks() {
        Mlp potential = Mlp.initial(3, List.of(6, 5), 1, Activation.ELU, 1);
        Mlp amortizer = Mlp.initial(3, List.of(4), 3, Activation.SOFTPLUS, 2);
        return describe(potentials(
                new QuadraticMlpPotential(
                        new float[] {2, 0.5f, 0, 0.5f, 1, 0, 0, 0, 3}, new float[] {0.1f, 0, -1}, potential),
                new AffineMlpMap(new float[] {0.5f, 0, 0, 0.1f, 1, 0, 0, 0, 0.3f}, new float[] {0, 1, 2}, amortizer)));
    }

    /** A Gaussian map: no networks. */
    static ArchivedModel affine() {
        return describe(potentials(
                new QuadraticMlpPotential(new float[] {2, 0, 0, 0, 1, 0, 0, 0, 4}, new float[3], null),
                new AffineMlpMap(new float[] {0.5f, 0, 0, 0, 1, 0, 0, 0, 0.25f}, new float[3], null)));
    }

    /** An entropic map between three and four points. */
    static ArchivedModel entropic() {
        Points source = Points.of(new float[] {0, 0, 0, 1, 0, -1, 0, 2, 1}, 3, 3);
        Points target = Points.of(new float[] {0, 1, 0, 1, 1, -1, -1, 2, 1, 0.5f, 0, 0}, 4, 3);
        return describe(potentials(
                new EntropicPotential(target, new float[] {0.1f, -0.5f, 0, 0.25f}, 0.5f, 2),
                new PotentialGradient(new EntropicPotential(source, new float[] {0, 0.3f, -1}, 0.5f, 2.5f))));
    }

    /** Learned from target to source. */
    static ArchivedModel swapped() {
        return describe(new SwappedDualPotentials(withNetworks().potentials()));
    }

    /** A convex network and, for the way back, the gradient of another. */
    static ArchivedModel convex() {
        NetworkSpec forward = new IcnnSpec(
                List.of(4, 3), ConvexActivation.ELU, 2, PositiveWeights.rectified(), 1, PotentialStart.GAUSSIAN);
        NetworkSpec inverse =
                new ActNormIcnnSpec(List.of(4, 3), ConvexActivation.SOFTPLUS, true, 1, PotentialStart.GAUSSIAN);
        return parts(network(forward, 11), new PotentialGradient(network(inverse, 12)));
    }

    static Potential network(NetworkSpec spec, long seed) {
        try (TrainablePotential network = Potentials.trainable(
                spec, new float[] {2, 0.5f, 0, 0.5f, 1, 0, 0, 0, 3}, new float[] {0.1f, 0, -1}, seed)) {
            return network.snapshot();
        }
    }

    static ArchivedModel parts(Potential potential, TransportMap amortizer) {
        return describe(new StandardizedDualPotentials(
                new Standardization(new float[] {1, 2, 3}, 1.5f),
                new Standardization(new float[] {-1, 0, 1}, 0.75f),
                potential,
                amortizer));
    }

    /** A debiased entropic map between two and three points. */
    static ArchivedModel debiased() {
        EntropicPotential few = new EntropicPotential(
                Points.of(new float[] {0, 1, 0, 1, 1, -1}, 2, 3), new float[] {0.1f, -0.5f}, 0.5f, 2);
        EntropicPotential more = new EntropicPotential(
                Points.of(new float[] {0, 0, 0, 1, 0, -1, 0, 2, 1}, 3, 3), new float[] {0, 0.3f, -1}, 0.5f, 2.5f);
        return describe(potentials(
                new DebiasedPotential(more, few, 0.75f),
                new PotentialGradient(new DebiasedPotential(few, more, 0.5f))));
    }

    static ArchivedModel describe(DualPotentials potentials) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("source", Map.of("sha256", "ab", "count", 1_000L, "dimension", 3L));
        provenance.put("seed", 7L);
        provenance.put("solver", Map.of("type", "w2-dual", "learning_rate", 0.01, "hidden", List.of(6L, 5L)));
        return new ArchivedModel(
                potentials,
                "w2-dual",
                provenance,
                Map.of("validation_dual", 1.25, "w2_squared", 3.5),
                List.of("An example – not trained."));
    }

    static byte[] bytes(ArchivedModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelArchive.write(out, model);
        return out.toByteArray();
    }

    static ArchivedModel read(byte[] archive) throws IOException {
        return ModelArchive.read(new ByteArrayInputStream(archive), ArchiveLimits.DEFAULT);
    }

    private static DualPotentials potentials(Potential potential, TransportMap amortizer) {
        return new StandardizedDualPotentials(
                new Standardization(new float[] {1, 2, 3}, 1.5f),
                new Standardization(new float[] {-1, 0, 1}, 0.75f),
                potential,
                amortizer);
    }
}

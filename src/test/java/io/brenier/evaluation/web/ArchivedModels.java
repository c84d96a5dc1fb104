package io.brenier.evaluation.web;

import io.brenier.transport.archive.ArchivedModel;
import io.brenier.transport.archive.ModelArchive;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.QuadraticMlpPotential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Models with networks at their first weights: as good as any for serving, and the same everywhere. */
public final class ArchivedModels {

    private ArchivedModels() {}

    public static DualPotentials potentials(int dimension) {
        float[] identity = new float[dimension * dimension];
        float[] shift = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            identity[i * dimension + i] = 1;
            shift[i] = .5f * i;
        }
        List<Integer> hidden = List.of(32, 32);
        return new StandardizedDualPotentials(
                new Standardization(shift, 2),
                new Standardization(new float[dimension], 3),
                new QuadraticMlpPotential(
                        identity, new float[dimension], Mlp.initial(dimension, hidden, 1, Activation.ELU, 1)),
                new AffineMlpMap(
                        identity, new float[dimension], Mlp.initial(dimension, hidden, dimension, Activation.ELU, 2)));
    }

    public static byte[] archive(int dimension) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ModelArchive.write(
                archive,
                new ArchivedModel(
                        potentials(dimension),
                        "w2-dual",
                        Map.of("seed", 7L, "data", Map.of("source_sha256", "abc")),
                        Map.of("w2_squared", 4.25),
                        List.of("weights as they were drawn")));
        return archive.toByteArray();
    }
}

package io.brenier.evaluation.cache;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.BlobRef;
import io.brenier.transport.dual.DualPotentials;
import org.springframework.util.unit.DataSize;

/** Models that come from no archive. */
public final class TestModels {

    private TestModels() {}

    /** A cache that finds the same map under every name. */
    public static ModelCache always(DualPotentials potentials) {
        return new ModelCache(sha256 -> new ModelLoader.LoadedModel(potentials, 1000), properties());
    }

    /** A version whose archive would have the given hash. */
    public static ResolvedModel model(String sha256, int dimension) {
        return new ResolvedModel("colours", 1, dimension, new BlobRef(sha256, 1000), false);
    }

    /** One megabyte of models, two threads. */
    public static EvaluationProperties properties() {
        return new EvaluationProperties(DataSize.ofMegabytes(1), 1000, DataSize.ofMegabytes(1), 1000, 2);
    }
}

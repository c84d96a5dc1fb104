package io.brenier.models;

import io.brenier.platform.BlobRef;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version to be published.
 *
 * @param owner whose model it becomes a version of
 * @param model name of the model, made where there is none yet
 * @param alias moved to the new version where given
 * @param artifact the archive, already in the blob store
 * @param dimension d of R^d
 * @param solver wire name of the solver's type, for example w2-dual
 * @param provenance as in the archive's manifest
 * @param metrics figures on held-out samples
 * @param notes what a user should know, in sentences
 * @param jobId the job that made it; null for an import
 */
public record NewModelVersion(
        String owner,
        String model,
        @Nullable String alias,
        BlobRef artifact,
        int dimension,
        String solver,
        Map<String, Object> provenance,
        Map<String, Double> metrics,
        java.util.List<String> notes,
        @Nullable UUID jobId) {}

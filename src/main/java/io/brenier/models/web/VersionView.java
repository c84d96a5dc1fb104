package io.brenier.models.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.models.registry.StoredVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version as clients see it. */
@Schema(
        name = "ModelVersion",
        description =
                "A version of a model: one learned map and where it comes from. It never changes, but for a provisional one.")
record VersionView(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "Its number, from 1 up.", example = "1")
        int version,

        @Schema(
                description =
                        "ready; or provisional while its job still trains: it serves an instant answer, and the trained map takes its place under the"
                                + " same number.",
                allowableValues = {"ready", "provisional"})
        String state,

        @Schema(description = "d of R^d.", example = "3") int dimension,

        @Schema(description = "What learned it.", example = "w2-dual")
        String solver,

        @Schema(description = "Where it comes from: hashes of the data, solver and seed, software and device.")
        Map<String, Object> provenance,

        @Schema(
                description =
                        "Figures on held-out samples; those of the instant answers end in _identity, _gaussian or _entropic, those of"
                                + " a fresh sample in _floor, ends of 95 % intervals in _low and _high. Explained in docs/metrics.md.",
                example =
                        "{\"w2_squared_dual\": 4.0, \"w2_squared_dual_low\": 3.8, \"w2_squared_dual_high\": 4.2, \"validation_dual_gain_gaussian\": 0.31, \"sinkhorn_divergence_forward\": 0.03, \"sinkhorn_divergence_forward_floor\": 0.02}")
        Map<String, Double> metrics,

        @Schema(description = "What its users should know, in sentences.")
        List<String> notes,

        @Schema(description = "The aliases that point to it.")
        List<String> aliases,

        @Schema(description = "Its archive.") ArtifactView artifact,

        @JsonProperty("job_id")
        @Schema(
                description = "The training job that made it; null for an import.",
                types = {"string", "null"},
                format = "uuid")
        @Nullable
        UUID jobId,

        @JsonProperty("created_at") @Schema(description = "When it was published.")
        Instant createdAt) {

    static VersionView of(StoredVersion version, List<String> aliases) {
        return new VersionView(
                version.model(),
                version.version(),
                version.provisional() ? "provisional" : "ready",
                version.dimension(),
                version.solver(),
                version.provenance(),
                version.metrics(),
                version.notes(),
                aliases,
                new ArtifactView(version.artifact().sha256(), version.artifact().size()),
                version.jobId(),
                version.createdAt());
    }

    /** The archive of a version. */
    @Schema(name = "ModelArtifact", description = "The archive of a version, as …/artifact gives it.")
    record ArtifactView(
            @Schema(description = "SHA-256 of its bytes, in hexadecimal digits.")
            String sha256,

            @Schema(description = "Its size in bytes.") long size) {}
}

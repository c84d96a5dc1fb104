package io.brenier.models.registry;

import io.brenier.platform.BlobRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as the registry holds it; it never changes, but for a provisional one, which its job's map replaces or whose job's end takes
 * it back.
 */
public record StoredVersion(
        String model,
        int version,
        int dimension,
        String solver,
        BlobRef artifact,
        Map<String, Object> provenance,
        Map<String, Double> metrics,
        List<String> notes,
        @Nullable UUID jobId,
        boolean provisional,
        Instant createdAt) {}

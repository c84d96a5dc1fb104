package io.brenier.samples.upload;

import io.brenier.platform.points.PointsFormat;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload's row.
 *
 * @param id identifier
 * @param name of the sample set to be
 * @param labels of the sample set to be
 * @param format of the whole
 * @param createdAt when it was opened
 * @param expiresAt when it is dropped
 * @param sampleSet what it has become; null while it is open
 */
record Upload(
        UUID id,
        String name,
        Map<String, String> labels,
        PointsFormat format,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID sampleSet) {}

package io.brenier.samples.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An upload as clients see it. */
@Schema(
        name = "Upload",
        description = "A sample set that comes in parts.",
        requiredProperties = {
            "id",
            "name",
            "labels",
            "content_type",
            "parts",
            "received",
            "max_part_size",
            "max_parts",
            "max_bytes",
            "sample_set",
            "created_at",
            "expires_at"
        })
record UploadView(
        @Schema(description = "Identifier.", example = "019aa8c4-5d7e-7c3b-9f6e-0d1c2b3a4f5e")
        UUID id,

        @Schema(description = "Name of the sample set to be.", example = "day-2")
        String name,

        @Schema(description = "Labels of the sample set to be.", example = "{\"site\": \"north\"}")
        Map<String, String> labels,

        @Schema(description = "Media type of the whole.", example = "application/x-npy")
        String contentType,

        @Schema(description = "The parts that have arrived, by number.")
        List<UploadPart> parts,

        @Schema(description = "Bytes that have arrived.", example = "67108864")
        long received,

        @Schema(description = "Most bytes of a part.", example = "67108864")
        long maxPartSize,

        @Schema(description = "Most parts.", example = "10000")
        int maxParts,

        @Schema(description = "Most bytes of all parts.", example = "68719476736")
        long maxBytes,

        @Schema(
                description = "The sample set that it has become; null as long as it is open.",
                example = "019aa8c4-5d7e-7c3b-9f6e-0d1c2b3a4f5f")
        @Nullable
        UUID sampleSet,

        @Schema(description = "When it was opened.", example = "2026-11-22T03:04:05.678Z")
        Instant createdAt,

        @Schema(description = "When it is dropped unless a part comes before.", example = "2026-11-23T03:04:05.678Z")
        Instant expiresAt) {}

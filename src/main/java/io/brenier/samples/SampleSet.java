package io.brenier.samples;

import io.brenier.platform.BlobRef;
import io.brenier.samples.measure.MeasureJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored set of samples. It never changes.
 *
 * @param id identifier
 * @param owner whom it belongs to
 * @param name as the client gave it
 * @param labels as the client gave them
 * @param count n, at least 2
 * @param dimension d
 * @param dtype of the stored numbers, always float32
 * @param sha256 of the stored file
 * @param size of the stored file in bytes
 * @param mean of each column
 * @param variance of each column, over n
 * @param measure what its points were drawn from; null where they were uploaded
 * @param createdAt when it was stored
 */
@Schema(
        name = "SampleSet",
        description = "A stored set of samples. It never changes.",
        requiredProperties = {
            "id",
            "owner",
            "name",
            "labels",
            "count",
            "dimension",
            "dtype",
            "sha256",
            "size",
            "mean",
            "variance",
            "measure",
            "created_at"
        })
public record SampleSet(
        @Schema(description = "Identifier.", example = "019aa8c4-5d7e-7c3b-9f6e-0d1c2b3a4f5e")
        UUID id,

        @Schema(description = "Whom it belongs to.", example = "local")
        String owner,

        @Schema(description = "Name as given.", example = "day-2")
        String name,

        @Schema(description = "Labels as given.", example = "{\"site\": \"north\"}")
        Map<String, String> labels,

        @Schema(description = "Number of points n.", example = "3")
        long count,

        @Schema(description = "Number of columns d.", example = "2")
        int dimension,

        @Schema(description = "Type of the stored numbers.", example = "float32")
        String dtype,

        @Schema(
                description = "SHA-256 of the stored npy file: equal points have equal hashes.",
                example = EXAMPLE_SHA256)
        String sha256,

        @Schema(description = "Bytes of the stored npy file.", example = "152")
        long size,

        @Schema(description = "Mean of each column.", example = "[1.0, 0.5]")
        List<Double> mean,

        @Schema(description = "Variance of each column (divided by n).", example = "[0.66, 0.25]")
        List<Double> variance,

        @Schema(
                description =
                        "What the points were drawn from, every default filled in; null where they were uploaded.")
        @Nullable
        MeasureJson measure,

        @Schema(description = "When the set was stored.", example = "2026-11-22T03:04:05.678Z")
        Instant createdAt) {

    static final String DTYPE = "float32";
    private static final String EXAMPLE_SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    BlobRef blob() {
        return new BlobRef(sha256, size);
    }
}

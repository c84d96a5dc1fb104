package io.brenier.samples.upload;

import io.brenier.platform.points.PointsFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says before it sends the parts. */
@Schema(
        name = "NewUpload",
        description = "What the parts are going to be.",
        requiredProperties = {"name", "content_type"})
record NewUpload(
        @Schema(
                description = "Name of the sample set, 1 to 200 printable characters.",
                example = "day-2",
                minLength = 1,
                maxLength = 200)
        @Nullable
        String name,

        @Schema(
                description = "At most 50 labels.",
                example = "{\"site\": \"north\"}",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Nullable
        Map<String, @Nullable String> labels,

        @Schema(
                description =
                        "Media type of the whole: what POST /v1/sample-sets takes. A JSON body holds \"points\" and nothing else.",
                example = PointsFormat.NPY_TYPE,
                allowableValues = {PointsFormat.JSON_TYPE, PointsFormat.CSV_TYPE, PointsFormat.NPY_TYPE})
        @Nullable
        String contentType) {}

package io.brenier.samples;

import io.brenier.samples.measure.MeasureJson;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of an upload, for the OpenAPI document only: bodies are read as a stream. */
@Schema(
        name = "NewSampleSet",
        description = "Samples as JSON: either the points, or a measure to draw them from.",
        requiredProperties = {"name"})
record NewSampleSet(
        @Schema(description = "Name, 1 to 200 printable characters.", example = "day-2", minLength = 1, maxLength = 200)
        String name,

        @Schema(
                description = "At most 50 labels.",
                example = "{\"site\": \"north\"}",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, String> labels,

        @Schema(
                description = "The points, one a row, at least two.",
                example = "[[0.0, 0.0], [1.0, 0.5], [2.0, 1.0]]",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Nullable
        Points points,

        @Schema(description = "In the place of the points: what to draw them from.") @Nullable
        MeasureJson measure) {}

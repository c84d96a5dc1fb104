package io.brenier.samples;

import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** The JSON form of an upload, for the OpenAPI document only: bodies are read as a stream. */
@Schema(
        name = "NewSampleSet",
        description = "Samples as JSON.",
        requiredProperties = {"name", "points"})
record NewSampleSet(
        @Schema(description = "Name, 1 to 200 printable characters.", example = "day-2", minLength = 1, maxLength = 200)
        String name,

        @Schema(
                description = "At most 50 labels.",
                example = "{\"site\": \"north\"}",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, String> labels,

        @Schema(description = "The points, one a row, at least two.", example = "[[0.0, 0.0], [1.0, 0.5], [2.0, 1.0]]")
        Points points) {}

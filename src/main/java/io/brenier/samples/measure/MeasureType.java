package io.brenier.samples.measure;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named measure, for those who choose one. */
@Schema(
        name = "MeasureType",
        description = "A named measure.",
        requiredProperties = {"type", "description", "dimension", "parameters", "example"})
public record MeasureType(
        @Schema(description = "Its name.", example = "circle")
        String type,

        @Schema(description = "What it is.", example = "eight clusters on a circle of radius 5.")
        String description,

        @Schema(description = "d of R^d; null where its parameters say it.", example = "2") @Nullable
        Integer dimension,

        @Schema(description = "The members that it takes beside type, count and seed.", example = "[\"noise\"]")
        List<String> parameters,

        @Schema(description = "A measure that can be sent as it is.")
        MeasureJson example) {}

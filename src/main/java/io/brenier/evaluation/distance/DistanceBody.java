package io.brenier.evaluation.distance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The two sets between which the distance is wanted. */
@Schema(
        name = "DistanceRequest",
        description = "Samples of both measures.",
        requiredProperties = {"source", "target"})
record DistanceBody(@Nullable Side source, @Nullable Side target) {

    /** One side: points, or a set that is stored. */
    @Schema(
            name = "DistanceSide",
            description = "Samples of one measure: points or sample_set, one of them; at least 2.")
    record Side(
            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "The points, one a row.",
                                    example = "[[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]]"),
                    minItems = 2)
            double @Nullable [][] points,

            @JsonProperty("sample_set")
            @Schema(description = "Id of a sample set.", example = "019aa8c4-5d7e-7c3b-9f6e-0d1c2b3a4f5e")
            @Nullable
            String sampleSet) {}
}

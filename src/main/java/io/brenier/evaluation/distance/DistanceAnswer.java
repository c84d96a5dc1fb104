package io.brenier.evaluation.distance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.transport.metric.W2Estimate;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The distance between two measures, as clients see it. */
@Schema(
        name = "DistanceAnswer",
        description = "The Wasserstein-2 distance between two sets, by the model's potentials and by its map.")
record DistanceAnswer(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "The version that answered.", example = "1")
        int version,

        @JsonProperty("source_count") @Schema(description = "Points on the source's side.", example = "1000")
        int sourceCount,

        @JsonProperty("target_count") @Schema(description = "Points on the target's side.", example = "1000")
        int targetCount,

        @Schema(description = "E|x|² + E|y|² − 2 (E f(x) + E f*(y)): a lower bound, up to sampling, whatever f is.")
        Estimate dual,

        @Schema(
                description =
                        "E|x − ∇f(x)|²: an upper bound, up to sampling, if ∇f takes the source to the target exactly.")
        Estimate primal,

        @JsonProperty("unconverged_rows")
        @Schema(
                description =
                        "Points of the target whose conjugate did not converge: their f* is too small, and the dual too large.",
                example = "0")
        int unconvergedRows) {

    /** One estimate. */
    @Schema(name = "DistanceEstimate", description = "One estimate, in both conventions that are in use.")
    record Estimate(
            @JsonProperty("w2_squared") @Schema(description = "W2² for the cost |x − y|², without ½.", example = "0.25")
            double w2Squared,

            @JsonProperty("half_w2_squared")
            @Schema(description = "The same for the cost ½|x − y|²: half of w2_squared.", example = "0.125")
            double halfW2Squared,

            @Schema(
                    description = "W2, the root of w2_squared; null where chance took that below 0.",
                    types = {"number", "null"},
                    example = "0.5")
            @Nullable
            Double w2,

            @JsonProperty("standard_error")
            @Schema(
                    description =
                            "Of w2_squared, from the spread over the samples; the model's own error is not in it.",
                    example = "0.01")
            double standardError) {

        static Estimate of(W2Estimate estimate) {
            double squared = estimate.squared();
            return new Estimate(
                    squared, squared / 2, squared >= 0 ? Math.sqrt(squared) : null, estimate.standardError());
        }
    }
}

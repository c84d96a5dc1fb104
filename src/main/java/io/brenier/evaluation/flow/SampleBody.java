package io.brenier.evaluation.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be drawn. */
@Schema(
        name = "Sampling",
        description = "How many samples of which measure are drawn and moved.",
        requiredProperties = {"count", "base"})
record SampleBody(
        @Schema(description = "How many.", minimum = "1", example = "100") @Nullable
        Integer count,

        @Schema(description = "Of the draws: the same seed gives the same samples.", defaultValue = "0", example = "1")
        @Nullable
        Long seed,

        @Nullable BaseJson base) {}

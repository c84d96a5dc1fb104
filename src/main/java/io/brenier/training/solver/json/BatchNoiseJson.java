package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Noise on the training batches. */
@Schema(name = "BatchNoise", description = "Standard deviations in standardised coordinates; 0 and 0: none.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchNoiseJson(
        @Schema(minimum = "0", maximum = "10", example = "0.4") @Nullable
        Double first,

        @Schema(minimum = "0", maximum = "10", example = "0.1") @Nullable
        Double last) {}

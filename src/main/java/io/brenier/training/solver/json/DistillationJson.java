package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a map becomes a potential and an amortizer. */
@Schema(
        name = "Distillation",
        description = "How a map that is no gradient becomes a potential: networks learn its values at the samples.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DistillationJson(
        @Schema(description = "The potential f.") @Nullable NetworkJson potential,

        @Schema(description = "The way back.") @Nullable NetworkJson amortizer,

        @Schema(description = "The optimiser of each of the networks.") @Nullable
        OptimizerJson optimizer,

        @Schema(description = "Steps of each of the networks.", minimum = "1", maximum = "1000000", example = "600")
        @Nullable
        Long steps,

        @Schema(description = "Points a step.", minimum = "1", maximum = "65536", example = "512") @Nullable
        Integer batchSize) {}

package io.brenier.training.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a checkpoint's map goes. */
@Schema(name = "CheckpointPromotion", description = "Where the checkpoint's map goes; may be left away.")
record Promotion(
        @Schema(
                description = "The model; by default the one that the job registers its result as.",
                example = "colours")
        @Nullable
        String model,

        @Schema(description = "Moved to the new version; by default none is.", example = "candidate") @Nullable
        String alias) {

    static final Promotion NONE = new Promotion(null, null);
}

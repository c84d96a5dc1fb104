package io.brenier.evaluation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moved points, as clients see them. */
@Schema(name = "TransportAnswer", description = "Moved points, in the order of those that were sent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransportAnswer(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "The version that answered.", example = "1")
        int version,

        @Schema(
                description = "forward: ∇f, source to target; inverse: ∇f*, back.",
                allowableValues = {"forward", "inverse"})
        String direction,

        @Schema(description = "The moved points, one a row.")
        Points points,

        @Schema(description = "What became of each row; only in refined answers.") @Nullable
        List<RowView> rows) {}

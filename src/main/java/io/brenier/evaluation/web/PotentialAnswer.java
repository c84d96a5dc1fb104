package io.brenier.evaluation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a potential, as clients see them. */
@Schema(name = "PotentialAnswer", description = "Values of a potential, in the order of the points that were sent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PotentialAnswer(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "The version that answered.", example = "1")
        int version,

        @Schema(
                description = "forward: f at source points; inverse: f* at target points.",
                allowableValues = {"forward", "inverse"})
        String direction,

        @Schema(description = "One value a point; known up to one constant: f + c goes with f* − c.")
        float[] values,

        @Schema(description = "What became of each row; only in refined answers.") @Nullable
        List<RowView> rows) {}

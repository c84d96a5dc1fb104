package io.brenier.evaluation.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.brenier.evaluation.web.RowView;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples of a moved measure, as clients see them. */
@Schema(name = "SampleAnswer", description = "Samples of a moved measure.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SampleAnswer(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "The version that answered.", example = "1")
        int version,

        @Schema(
                description = "Which way the base went: forward by ∇f, inverse by ∇f*.",
                allowableValues = {"forward", "inverse"})
        String direction,

        @Schema(description = "Of the draws.", example = "1")
        long seed,

        @Schema(description = "The samples, one a row.") Points points,

        @Schema(description = "What became of each row; only in refined answers.") @Nullable
        List<RowView> rows) {}

package io.brenier.evaluation.interpolation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.brenier.evaluation.web.RowView;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points on their way, as clients see them. */
@Schema(name = "InterpolationAnswer", description = "Points on their way, in the order of those that were sent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterpolationAnswer(
        @Schema(description = "Name of the model.", example = "colours")
        String model,

        @Schema(description = "The version that answered.", example = "1")
        int version,

        @Schema(
                description = "forward: from source to target; inverse: back.",
                allowableValues = {"forward", "inverse"})
        String direction,

        @Schema(description = "One step a time, in the order of the times.")
        List<Step> steps,

        @Schema(description = "What became of each row; only in refined answers.") @Nullable
        List<RowView> rows) {

    /** Where the points are at one time. */
    @Schema(name = "InterpolationStep", description = "Where the points are at one time.")
    record Step(
            @Schema(description = "The time.", example = "0.5")
            double t,

            @Schema(description = "The points, one a row.") Points points) {}

    /** The steps under each other: [times · n, d]. */
    Points stacked() {
        Points first = steps.getFirst().points();
        int size = first.values().length;
        float[] values = new float[Math.multiplyExact(steps.size(), size)];
        for (int i = 0; i < steps.size(); i++) {
            System.arraycopy(steps.get(i).points().values(), 0, values, i * size, size);
        }
        return Points.of(values, steps.size() * first.rows(), first.dimension());
    }
}

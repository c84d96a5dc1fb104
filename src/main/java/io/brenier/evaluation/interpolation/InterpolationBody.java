package io.brenier.evaluation.interpolation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.brenier.evaluation.web.EvaluationBody;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON body of an interpolation, for the OpenAPI document; it is read row by row instead. */
@Schema(name = "Interpolation", description = "Points, and the times at which they are wanted on their way.")
record InterpolationBody(
        @JsonUnwrapped EvaluationBody evaluation,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "Times from 0, where the points are, to 1, where the map takes them; one is a number or an array."),
                minItems = 1,
                maxItems = Times.MOST)
        @Nullable
        List<Double> t) {}

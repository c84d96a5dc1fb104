package io.brenier.samples.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples of a named measure: flat, one object for every type. Which types there are and which members each takes is added to the document. */
@Schema(
        name = "Measure",
        description =
                "Samples to be drawn from a named measure; the same members give the same samples. A member that the type does not take is"
                        + " refused. GET /v1/measures lists the types, docs/measures.md has their formulas.",
        requiredProperties = {"type", "count"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeasureJson(
        @Schema(description = "Which measure.", example = "circle") @Nullable
        String type,

        @Schema(description = "How many samples.", minimum = "2", example = "1000") @Nullable
        Integer count,

        @Schema(
                description =
                        "Of the samples. By default 0; in a training job 4 s, 4 s + 1, 4 s + 2, 4 s + 3 for source, target, validation_source,"
                                + " validation_target, s the job's seed.",
                example = "1")
        @Nullable
        Long seed,

        @Schema(
                description = "d of R^d, where nothing else that is given says it; by default 2.",
                minimum = "1",
                example = "2")
        @Nullable
        Integer dimension,

        @Schema(
                description =
                        "Standard deviation of the noise around the shape; by default that of the shape's publication.",
                minimum = "0",
                maximum = "1000000",
                example = "0.25")
        @Nullable
        Double noise,

        @ArraySchema(
                arraySchema =
                        @Schema(description = "Mean, or the ball's centre; by default 0.", example = "[0.0, 1.0]"))
        @Nullable
        List<Double> mean,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "Covariance matrix, symmetric and positive definite.",
                                example = "[[1.0, 0.5], [0.5, 2.0]]"))
        @Nullable
        List<List<Double>> covariance,

        @ArraySchema(
                arraySchema = @Schema(description = "Standard deviation of each coordinate.", example = "[1.0, 0.5]"))
        @Nullable
        List<Double> deviations,

        @Schema(
                description =
                        "Standard deviation of every coordinate; by default 1. One of covariance(s), deviations and scale is given.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000",
                example = "1.0")
        @Nullable
        Double scale,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "Means of the components, one a row.",
                                example = "[[0.0, 0.0], [3.0, 3.0]]"))
        @Nullable
        List<List<Double>> means,

        @ArraySchema(arraySchema = @Schema(description = "Covariance matrices of the components.")) @Nullable
        List<List<List<Double>>> covariances,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "Weights of the components, normalised; by default equal.",
                                example = "[0.5, 0.5]"))
        @Nullable
        List<Double> weights,

        @ArraySchema(arraySchema = @Schema(description = "Lower bounds; by default −1.", example = "[-1.0, -1.0]"))
        @Nullable
        List<Double> lower,

        @ArraySchema(arraySchema = @Schema(description = "Upper bounds; by default 1.", example = "[1.0, 1.0]"))
        @Nullable
        List<Double> upper,

        @Schema(
                description = "Radius; by default 1.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000",
                example = "1.0")
        @Nullable
        Double radius,

        @Schema(
                description = "Components of the random mixture; by default 3.",
                minimum = "1",
                maximum = "100",
                example = "3")
        @Nullable
        Integer components,

        @Schema(description = "Chooses the random measure or pair itself; by default 0.", example = "0") @Nullable
        Long parameterSeed,

        @Schema(
                description = "Which of the pair's two measures.",
                allowableValues = {"source", "target"},
                example = "target")
        @Nullable
        String side) {}

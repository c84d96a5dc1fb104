package io.brenier.evaluation.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The measure that is moved, as clients say it: flat, one object for every type. */
@Schema(
        name = "BaseMeasure",
        description =
                "The measure that is moved. gaussian takes mean and one of covariance, deviations and scale; gaussian_mixture means, weights"
                        + " and covariances or scale; fitted_gaussian the sample_set whose moments it has; sample_set the set that is drawn from,"
                        + " with replacement: it has no density.",
        requiredProperties = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BaseJson(
        @Schema(
                description = "Which measure.",
                allowableValues = {"gaussian", "gaussian_mixture", "fitted_gaussian", "sample_set"},
                example = "gaussian")
        @Nullable
        String type,

        @JsonProperty("sample_set")
        @Schema(description = "Id of a sample set.", example = "019aa8c4-5d7e-7c3b-9f6e-0d1c2b3a4f5e")
        @Nullable
        String sampleSet,

        @ArraySchema(arraySchema = @Schema(description = "Mean; by default 0.")) @Nullable
        List<Double> mean,

        @ArraySchema(arraySchema = @Schema(description = "Covariance matrix, symmetric and positive definite."))
        @Nullable
        List<List<Double>> covariance,

        @ArraySchema(arraySchema = @Schema(description = "Standard deviation of each coordinate.")) @Nullable
        List<Double> deviations,

        @Schema(
                description = "Standard deviation of every coordinate; by default 1.",
                minimum = "0",
                exclusiveMinimum = true,
                example = "1.0")
        @Nullable
        Double scale,

        @ArraySchema(arraySchema = @Schema(description = "Means of the components, one a row.")) @Nullable
        List<List<Double>> means,

        @ArraySchema(arraySchema = @Schema(description = "Covariance matrices of the components.")) @Nullable
        List<List<List<Double>>> covariances,

        @ArraySchema(arraySchema = @Schema(description = "Weights of the components; by default equal.")) @Nullable
        List<Double> weights) {

    static BaseJson of(String type, @Nullable String sampleSet) {
        return new BaseJson(type, sampleSet, null, null, null, null, null, null, null);
    }
}

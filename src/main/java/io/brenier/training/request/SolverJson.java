package io.brenier.training.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A solver's settings: flat, one object for every type. In a request each member has a default, in an answer each is filled in. */
@Schema(
        name = "Solver",
        description =
                "What learns the map, and how. In a request every member has a default that follows from the samples; in an answer"
                        + " every member is filled in. 'gaussian' takes no other member than 'type'.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SolverJson(
        @Schema(
                description =
                        "'w2-dual': the Wasserstein-2 dual with an amortised conjugate. 'gaussian': the optimal map between"
                                + " Gaussians of the samples' moments, at once.",
                allowableValues = {"w2-dual", "gaussian"},
                defaultValue = "w2-dual",
                example = "w2-dual")
        @Nullable
        String type,

        @Schema(description = "The potential f; its gradient is the map from source to target.") @Nullable
        MlpJson potential,

        @Schema(description = "The amortizer, which learns the way back.") @Nullable
        MlpJson amortizer,

        @Schema(
                description = "How the amortizer learns.",
                allowableValues = {"regression"},
                defaultValue = "regression")
        @Nullable
        String amortizationLoss,

        @Schema(description = "The solver that makes the amortizer's guess exact.") @Nullable
        ConjugateJson conjugate,

        @Schema(description = "The optimiser of both networks.") @Nullable
        OptimizerJson optimizer,

        @Schema(
                description = "Steps in all; 0 evaluates the start.",
                minimum = "0",
                maximum = "100000000",
                example = "2000")
        @Nullable
        Long steps,

        @Schema(
                description = "Points of each side a step; at most as many as the smaller set has.",
                minimum = "1",
                maximum = "1048576",
                example = "256")
        @Nullable
        Integer batchSize,

        @Schema(description = "Steps between two reports of figures.", minimum = "1", example = "50") @Nullable
        Integer logEvery,

        @Schema(description = "Steps between two scores on held-out samples.", minimum = "1", example = "100") @Nullable
        Integer validateEvery,

        @Schema(
                description =
                        "Steps between two checkpoints; beside these there is one after brenier.training.checkpoint-interval.",
                minimum = "1",
                example = "500")
        @Nullable
        Integer checkpointEvery,

        @Schema(
                description =
                        "Decay of the moving average of the weights, which is what is scored and returned; 0: the last weights.",
                minimum = "0",
                maximum = "1",
                exclusiveMaximum = true,
                example = "0.99")
        @Nullable
        Double averaging,

        @Schema(description = "Gaussian noise on the training batches, annealed from first to last.") @Nullable
        NoiseJson batchNoise) {

    static SolverJson ofType(String type) {
        return new SolverJson(type, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A multilayer perceptron on top of a fixed quadratic. */
    @Schema(name = "Perceptron", description = "A multilayer perceptron on top of a fixed quadratic.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MlpJson(
            @Schema(
                    description = "'mlp' for the potential, 'mlp-map' for the amortizer.",
                    allowableValues = {"mlp", "mlp-map"})
            @Nullable
            String type,

            @ArraySchema(
                    minItems = 1,
                    maxItems = 16,
                    arraySchema = @Schema(description = "Widths of the hidden layers.", example = "[64, 64, 64]"),
                    schema = @Schema(minimum = "1", maximum = "4096"))
            java.util.@Nullable List<Integer> hidden,

            @Schema(
                    allowableValues = {"elu", "leaky_relu", "softplus", "tanh"},
                    example = "elu")
            @Nullable
            String activation,

            @Schema(
                    description =
                            "What the fixed quadratic is: the identity up to shift and scale, or the Gaussian map.",
                    allowableValues = {"identity", "gaussian"},
                    example = "gaussian")
            @Nullable
            String init) {}

    /** The conjugate solver. */
    @Schema(name = "ConjugateSolver", description = "L-BFGS for the conjugate, each row for itself.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConjugateJson(
            @Schema(
                    allowableValues = {"lbfgs"},
                    example = "lbfgs")
            @Nullable
            String type,

            @Schema(
                    description = "A row has converged when the gradient's largest component is below.",
                    minimum = "0",
                    exclusiveMinimum = true,
                    example = "0.1")
            @Nullable
            Double gtol,

            @Schema(minimum = "1", example = "30") @Nullable Integer maxIterations,
            @Schema(minimum = "1", example = "10") @Nullable Integer maxLineSearch,
            @Schema(minimum = "1", example = "10") @Nullable Integer memory) {}

    /** The optimiser. */
    @Schema(name = "Optimizer", description = "The optimiser of both networks, one state for each.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OptimizerJson(
            @Schema(
                    allowableValues = {"sgd", "adam", "adamw", "soap"},
                    example = "soap")
            @Nullable
            String type,

            @Schema(minimum = "0", exclusiveMinimum = true, maximum = "10", example = "0.01") @Nullable
            Double learningRate,

            @ArraySchema(
                    minItems = 2,
                    maxItems = 2,
                    arraySchema =
                            @Schema(description = "Decays of the first and second moment.", example = "[0.9, 0.95]"),
                    schema = @Schema(minimum = "0", maximum = "1", exclusiveMaximum = true))
            java.util.@Nullable List<Double> betas,

            @Schema(minimum = "0", maximum = "10", example = "0.0") @Nullable
            Double weightDecay,

            @Schema(description = "Steps over which the rate rises.", minimum = "0", example = "100") @Nullable
            Integer warmUp,

            @Schema(
                    allowableValues = {"constant", "cosine"},
                    example = "cosine")
            @Nullable
            String schedule,

            @Schema(description = "The last rate over the first.", minimum = "0", maximum = "1", example = "0.001")
            @Nullable
            Double finalFraction) {}

    /** Noise on the training batches. */
    @Schema(name = "BatchNoise", description = "Standard deviations in standardised coordinates; 0 and 0: none.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoiseJson(
            @Schema(minimum = "0", maximum = "10", example = "0.4") @Nullable
            Double first,

            @Schema(minimum = "0", maximum = "10", example = "0.1") @Nullable
            Double last) {}
}

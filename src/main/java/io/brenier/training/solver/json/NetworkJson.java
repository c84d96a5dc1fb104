package io.brenier.training.solver.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network: flat, one object for every type. */
@Schema(name = "Network", description = "A network on top of a fixed quadratic.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkJson(
        @Schema(
                description =
                        "'mlp': a potential, ½ xᵀMx + bᵀx + mlp(x). 'mlp-map': a map, Mx + b + mlp(x); of potential and amortizer at most"
                                + " one is a map. 'none', for an amortizer: the map of init, and nothing to learn. 'icnn', 'act-norm-icnn',"
                                + " 'dense-icnn', 'hycnn': input convex potentials. 'icgn', 'modular': potentials whose gradients are convex"
                                + " gradient networks. 'potential-nn': a perceptron with an activated output and a learned quadratic. Of"
                                + " these all are taken by 'w2-dual', and 'mlp' alone by the other solvers.",
                allowableValues = {
                    "mlp",
                    "mlp-map",
                    "none",
                    "icnn",
                    "act-norm-icnn",
                    "dense-icnn",
                    "hycnn",
                    "icgn",
                    "modular",
                    "potential-nn"
                })
        @Nullable
        String type,

        @ArraySchema(
                minItems = 1,
                maxItems = 16,
                arraySchema = @Schema(description = "Widths of the hidden layers.", example = "[64, 64, 64]"),
                schema = @Schema(minimum = "1", maximum = "4096"))
        @Nullable
        List<Integer> hidden,

        @Schema(
                description =
                        "Of 'mlp', 'mlp-map' and 'potential-nn': elu, leaky_relu, softplus or tanh. Of input convex ones: relu, leaky_relu, elu"
                                + " or softplus. Of 'icgn': sigmoid, tanh, softplus, silu.",
                example = "elu")
        @Nullable
        String activation,

        @Schema(
                description = "What the fixed quadratic is: the identity up to shift and scale, or the Gaussian map.",
                allowableValues = {"identity", "gaussian"},
                example = "gaussian")
        @Nullable
        String init,

        @Schema(
                description = "Squares a unit, of 'icnn' and 'dense-icnn'.",
                minimum = "0",
                maximum = "64",
                example = "1")
        @Nullable
        Integer rank,

        @Schema(
                description =
                        "Of input convex networks: true keeps the weights that must be so from being negative, false lets a penalty do it.",
                example = "true")
        @Nullable
        Boolean positiveWeights,

        @Schema(
                description =
                        "With positive_weights. 'rectified': the network computes with max(W, 0). 'projection': negative weights become 0 after every step.",
                allowableValues = {"rectified", "projection"},
                example = "rectified")
        @Nullable
        String positivity,

        @Schema(
                description = "Without positive_weights: the penalty's factor.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000",
                example = "1.0")
        @Nullable
        Double beta,

        @Schema(
                description = "What the last layer of an input convex network is multiplied by at the start.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1",
                example = "0.1")
        @Nullable
        Double startScale,

        @Schema(description = "Whether 'act-norm-icnn' has normalising layers.", example = "true") @Nullable
        Boolean actNorm,

        @Schema(
                description = "Of 'hycnn': the smaller, the sharper its maxima.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000",
                example = "1.0")
        @Nullable
        Double temperature,

        @Schema(
                description = "Units of 'icgn', or of each module of 'modular'.",
                minimum = "1",
                maximum = "4096",
                example = "64")
        @Nullable
        Integer units,

        @Schema(description = "Modules of 'modular'.", minimum = "1", maximum = "256", example = "4") @Nullable
        Integer modules,

        @Schema(
                description = "Of 'icgn': nodes of the quadrature; 0: the closed form, which sigmoid and tanh have.",
                minimum = "0",
                maximum = "64",
                example = "0")
        @Nullable
        Integer quadratureNodes,

        @Schema(description = "Whether 'icgn' has the start's quadratic beside it.", example = "true") @Nullable
        Boolean quadratic) {}

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
                                + " one is a map. 'none', for an amortizer: the map of init, and nothing to learn.",
                allowableValues = {"mlp", "mlp-map", "none"})
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
                allowableValues = {"elu", "leaky_relu", "softplus", "tanh"},
                example = "elu")
        @Nullable
        String activation,

        @Schema(
                description = "What the fixed quadratic is: the identity up to shift and scale, or the Gaussian map.",
                allowableValues = {"identity", "gaussian"},
                example = "gaussian")
        @Nullable
        String init) {}

package io.brenier.transport.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The manifest of format version 1; on the wire its names are in snake case. Records refuse what is missing. */
record Manifest(
        int formatVersion,
        String brenierVersion,
        int dimension,
        String solver,
        Architecture architecture,
        Map<String, Object> provenance,
        Map<String, Double> metrics,
        List<String> notes,
        Weights weights) {

    static final int FORMAT_VERSION = 1;

    Manifest {
        Objects.requireNonNull(brenierVersion, "brenier_version is missing");
        Objects.requireNonNull(solver, "solver is missing");
        Objects.requireNonNull(architecture, "architecture is missing");
        Objects.requireNonNull(provenance, "provenance is missing");
        Objects.requireNonNull(metrics, "metrics is missing");
        Objects.requireNonNull(notes, "notes is missing");
        Objects.requireNonNull(weights, "weights is missing");
    }

    /**
     * How the tensors make up the map.
     *
     * @param type all in standardised coordinates: a quadratic and an affine map with a network on each, two entropic potentials, or two
     *     parts of any kinds
     * @param potential network of f, of the first type; null for none
     * @param amortizer network of the amortizer, of the first type; null for none
     * @param forward f, of the last type
     * @param inverse the amortizer, or what it is the gradient of, of the last type
     * @param swapped whether all this leads from target to source; null for no
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Architecture(
            String type,
            @Nullable Network potential,
            @Nullable Network amortizer,
            @Nullable Part forward,
            @Nullable Part inverse,
            @Nullable Boolean swapped) {

        static final String STANDARDIZED_QUADRATIC_MLP = "standardized-quadratic-mlp";
        static final String STANDARDIZED_ENTROPIC = "standardized-entropic";
        static final String STANDARDIZED_PARTS = "standardized-parts";
        static final List<String> TYPES =
                List.of(STANDARDIZED_QUADRATIC_MLP, STANDARDIZED_ENTROPIC, STANDARDIZED_PARTS);

        Architecture {
            Objects.requireNonNull(type, "the architecture's type is missing");
        }

        Architecture(
                String type,
                @Nullable Network potential,
                @Nullable Network amortizer,
                @Nullable Part forward,
                @Nullable Part inverse) {
            this(type, potential, amortizer, forward, inverse, null);
        }

        Architecture fromTargetToSource() {
            return new Architecture(type, potential, amortizer, forward, inverse, true);
        }

        Part requireForward() throws ArchiveException {
            return required(forward);
        }

        Part requireInverse() throws ArchiveException {
            return required(inverse);
        }

        private static Part required(@Nullable Part part) throws ArchiveException {
            if (part == null) {
                throw new ArchiveException("The architecture lacks one of its two parts.");
            }
            return part;
        }
    }

    /**
     * A potential, or a map of its own.
     *
     * @param kind how its tensors are read
     * @param mlp the perceptron of those kinds that have one; null for none
     * @param network spec of a network of another kind
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String kind, @Nullable Network mlp, @Nullable Map<String, Object> network) {

        static final String QUADRATIC_MLP = "quadratic-mlp";
        static final String AFFINE_MLP = "affine-mlp";
        static final String ENTROPIC = "entropic";
        static final String DEBIASED_ENTROPIC = "debiased-entropic";
        static final String NETWORK = "network";

        Part {
            Objects.requireNonNull(kind, "a part's kind is missing");
        }
    }

    /** A multilayer perceptron's shape. */
    record Network(String activation, List<Layer> layers) {

        Network {
            Objects.requireNonNull(activation, "a network's activation is missing");
            Objects.requireNonNull(layers, "a network's layers are missing");
        }

        static Network of(Mlp mlp) {
            return new Network(
                    mlp.activation().name().toLowerCase(Locale.ROOT),
                    mlp.layers().stream().map(Layer::of).toList());
        }

        /** @throws IllegalArgumentException if there is no such activation */
        Activation parsedActivation() {
            return Activation.valueOf(activation.toUpperCase(Locale.ROOT));
        }
    }

    /** An affine layer's shape. */
    record Layer(int inputs, int outputs, boolean bias) {

        static Layer of(DenseLayer layer) {
            return new Layer(layer.inputs(), layer.outputs(), layer.bias() != null);
        }
    }

    /** The file of the weights. */
    record Weights(String file, String sha256, List<Tensor> tensors) {

        Weights {
            Objects.requireNonNull(file, "the weights' file is missing");
            Objects.requireNonNull(sha256, "the weights' sha256 is missing");
            Objects.requireNonNull(tensors, "the weights' tensors are missing");
        }
    }

    /** One array of floats in it. */
    record Tensor(String name, List<Integer> shape) {

        Tensor {
            Objects.requireNonNull(name, "a tensor's name is missing");
            Objects.requireNonNull(shape, "a tensor's shape is missing");
        }
    }
}

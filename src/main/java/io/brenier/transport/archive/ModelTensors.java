package io.brenier.transport.archive;

import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The map as named tensors. A network's l-th layer is {@code potential.mlp.l.weights} and {@code potential.mlp.l.bias}. */
final class ModelTensors {

    private static final String SHIFT = ".shift";
    private static final String SCALE = ".scale";
    private static final String MATRIX = ".matrix";
    private static final String LAYER = ".mlp.%d";
    private static final String LAYER_WEIGHTS = LAYER + ".weights";
    private static final String LAYER_BIAS = LAYER + ".bias";

    private final SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
    private final Manifest.Architecture architecture;

    private ModelTensors(Manifest.Architecture architecture) {
        this.architecture = architecture;
    }

    /** @throws IllegalArgumentException if the potentials are of a kind that the format does not know */
    static ModelTensors of(DualPotentials potentials) {
        if (potentials
                instanceof
                StandardizedDualPotentials(
                        Standardization source,
                        Standardization target,
                        QuadraticMlpPotential potential,
                        AffineMlpMap amortizer)) {
            ModelTensors model = new ModelTensors(new Manifest.Architecture(
                    Manifest.Architecture.STANDARDIZED_QUADRATIC_MLP, shape(potential.mlp()), shape(amortizer.mlp())));
            model.put("source", source);
            model.put("target", target);
            model.put("potential", potential.matrix(), potential.shift(), potential.mlp());
            model.put("amortizer", amortizer.matrix(), amortizer.shift(), amortizer.mlp());
            return model;
        }
        if (potentials
                instanceof
                StandardizedDualPotentials(
                        Standardization source,
                        Standardization target,
                        EntropicPotential potential,
                        PotentialGradient amortizer)) {
            ModelTensors model = new ModelTensors(
                    new Manifest.Architecture(Manifest.Architecture.STANDARDIZED_ENTROPIC, null, null));
            model.put("source", source);
            model.put("target", target);
            EntropicTensors.put(potential, amortizer, model.tensors);
            return model;
        }
        throw new IllegalArgumentException("potentials of %s cannot be archived"
                .formatted(potentials.getClass().getSimpleName()));
    }

    SequencedMap<String, FloatTensor> tensors() {
        return tensors;
    }

    Manifest.Architecture architecture() {
        return architecture;
    }

    /**
     * The map of these tensors.
     *
     * @throws ArchiveException if a tensor is missing, of another shape, not finite or too many
     */
    static DualPotentials toPotentials(
            Manifest.Architecture architecture, int dimension, SequencedMap<String, FloatTensor> tensors)
            throws ArchiveException {
        TensorReader reader = new TensorReader(tensors);
        try {
            Standardization source = standardization(reader, "source", dimension);
            Standardization target = standardization(reader, "target", dimension);
            DualPotentials potentials = switch (architecture.type()) {
                case Manifest.Architecture.STANDARDIZED_QUADRATIC_MLP ->
                    new StandardizedDualPotentials(
                            source,
                            target,
                            new QuadraticMlpPotential(
                                    reader.take("potential" + MATRIX, dimension, dimension),
                                    reader.take("potential" + SHIFT, dimension),
                                    network(reader, "potential", architecture.potential())),
                            new AffineMlpMap(
                                    reader.take("amortizer" + MATRIX, dimension, dimension),
                                    reader.take("amortizer" + SHIFT, dimension),
                                    network(reader, "amortizer", architecture.amortizer())));
                case Manifest.Architecture.STANDARDIZED_ENTROPIC ->
                    EntropicTensors.read(source, target, reader, dimension);
                default ->
                    throw new ArchiveException(
                            "The archive's architecture '%s' is unknown; this program knows '%s' and '%s'."
                                    .formatted(
                                            architecture.type(),
                                            Manifest.Architecture.STANDARDIZED_QUADRATIC_MLP,
                                            Manifest.Architecture.STANDARDIZED_ENTROPIC));
            };
            reader.requireAllTaken();
            return potentials;
        } catch (IllegalArgumentException e) {
            throw new ArchiveException("The archive describes no map: " + e.getMessage(), e);
        }
    }

    private void put(String name, Standardization standardization) {
        tensors.put(name + SHIFT, FloatTensor.vector(standardization.shift()));
        tensors.put(name + SCALE, FloatTensor.vector(standardization.scale()));
    }

    private void put(String name, float[] matrix, float[] shift, @Nullable Mlp mlp) {
        tensors.put(name + MATRIX, FloatTensor.matrix(matrix, shift.length, shift.length));
        tensors.put(name + SHIFT, FloatTensor.vector(shift));
        List<DenseLayer> layers = mlp == null ? List.of() : mlp.layers();
        for (int l = 0; l < layers.size(); l++) {
            DenseLayer layer = layers.get(l);
            tensors.put(
                    name + LAYER_WEIGHTS.formatted(l),
                    FloatTensor.matrix(layer.weights(), layer.inputs(), layer.outputs()));
            float[] bias = layer.bias();
            if (bias != null) {
                tensors.put(name + LAYER_BIAS.formatted(l), FloatTensor.vector(bias));
            }
        }
    }

    private static Manifest.@Nullable Network shape(@Nullable Mlp mlp) {
        return mlp == null ? null : Manifest.Network.of(mlp);
    }

    private static Standardization standardization(TensorReader reader, String name, int dimension)
            throws ArchiveException {
        return new Standardization(reader.take(name + SHIFT, dimension), reader.take(name + SCALE, 1)[0]);
    }

    private static @Nullable Mlp network(TensorReader reader, String name, Manifest.@Nullable Network network)
            throws ArchiveException {
        if (network == null) {
            return null;
        }
        List<DenseLayer> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Manifest.Layer layer = network.layers().get(l);
            layers.add(new DenseLayer(
                    reader.take(name + LAYER_WEIGHTS.formatted(l), layer.inputs(), layer.outputs()),
                    layer.bias() ? reader.take(name + LAYER_BIAS.formatted(l), layer.outputs()) : null,
                    layer.inputs(),
                    layer.outputs()));
        }
        return new Mlp(layers, network.parsedActivation());
    }
}

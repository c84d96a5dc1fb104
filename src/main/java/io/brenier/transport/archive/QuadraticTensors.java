package io.brenier.transport.archive;

import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A matrix and a shift with a perceptron on them as tensors: its l-th layer is {@code potential.mlp.l.weights} and {@code potential.mlp.l.bias}. */
final class QuadraticTensors {

    static final String SHIFT = ".shift";
    static final String MATRIX = ".matrix";

    private static final String LAYER = ".mlp.%d";
    private static final String LAYER_WEIGHTS = LAYER + ".weights";
    private static final String LAYER_BIAS = LAYER + ".bias";

    private QuadraticTensors() {}

    static QuadraticMlpPotential potential(
            String name, Manifest.@Nullable Network mlp, TensorReader reader, int dimension) throws ArchiveException {
        return new QuadraticMlpPotential(
                reader.take(name + MATRIX, dimension, dimension),
                reader.take(name + SHIFT, dimension),
                network(reader, name, mlp));
    }

    static AffineMlpMap map(String name, Manifest.@Nullable Network mlp, TensorReader reader, int dimension)
            throws ArchiveException {
        return new AffineMlpMap(
                reader.take(name + MATRIX, dimension, dimension),
                reader.take(name + SHIFT, dimension),
                network(reader, name, mlp));
    }

    static void put(String name, float[] matrix, float[] shift, @Nullable Mlp mlp, Map<String, FloatTensor> tensors) {
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

    static Manifest.@Nullable Network shape(@Nullable Mlp mlp) {
        return mlp == null ? null : Manifest.Network.of(mlp);
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

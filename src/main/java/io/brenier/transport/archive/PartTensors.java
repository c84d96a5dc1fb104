package io.brenier.transport.archive;

import io.brenier.transport.archive.Manifest.Part;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.network.entropic.DebiasedPotential;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.network.family.Potentials;
import io.brenier.transport.network.graph.GraphBlock;
import io.brenier.transport.network.graph.GraphPotential;
import io.brenier.transport.network.graph.NetworkGraph;
import io.brenier.transport.network.graph.Origin;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One potential or map of any kind as tensors whose names begin alike. A network's block is {@code potential.network.layers.0.weights} and
 * so on, beside the quadratic that the network started at.
 */
final class PartTensors {

    private static final String BLOCK = ".network.";

    private PartTensors() {}

    /** @throws IllegalArgumentException if the map is of a kind that the format does not know */
    static Part put(String name, TransportMap map, Map<String, FloatTensor> tensors) {
        return switch (map) {
            case PotentialGradient gradient -> put(name, gradient.potential(), tensors);
            case AffineMlpMap affine -> {
                QuadraticTensors.put(name, affine.matrix(), affine.shift(), affine.mlp(), tensors);
                yield new Part(Part.AFFINE_MLP, QuadraticTensors.shape(affine.mlp()), null);
            }
            default -> throw unknown(map);
        };
    }

    /** @throws IllegalArgumentException if the potential is of a kind that the format does not know */
    static Part put(String name, Potential potential, Map<String, FloatTensor> tensors) {
        return switch (potential) {
            case QuadraticMlpPotential mlp -> {
                QuadraticTensors.put(name, mlp.matrix(), mlp.shift(), mlp.mlp(), tensors);
                yield new Part(Part.QUADRATIC_MLP, QuadraticTensors.shape(mlp.mlp()), null);
            }
            case EntropicPotential entropic -> {
                EntropicTensors.put(name, entropic, tensors);
                yield new Part(Part.ENTROPIC, null, null);
            }
            case DebiasedPotential debiased -> {
                EntropicTensors.put(name, debiased, tensors);
                yield new Part(Part.DEBIASED_ENTROPIC, null, null);
            }
            case GraphPotential network -> put(name, network, network.graph().origin(), tensors);
            default -> throw unknown(potential);
        };
    }

    private static Part put(
            String name, GraphPotential network, @Nullable Origin origin, Map<String, FloatTensor> tensors) {
        if (origin == null) {
            throw new IllegalArgumentException("a network that was put together by hand cannot be archived");
        }
        QuadraticTensors.put(name, origin.matrix(), origin.shift(), null, tensors);
        for (GraphBlock block : network.graph().blocks()) {
            int from = block.place().offset();
            float[] numbers = Arrays.copyOfRange(
                    network.parameters(), from, from + block.place().size());
            tensors.put(
                    name + BLOCK + block.name(),
                    FloatTensor.matrix(
                            numbers, block.place().rows(), block.place().columns()));
        }
        return new Part(Part.NETWORK, null, NetworkSpecJson.write(origin.spec()));
    }

    static TransportMap readMap(String name, Part part, TensorReader reader, int dimension) throws ArchiveException {
        return part.kind().equals(Part.AFFINE_MLP)
                ? QuadraticTensors.map(name, part.mlp(), reader, dimension)
                : new PotentialGradient(readPotential(name, part, reader, dimension));
    }

    static Potential readPotential(String name, Part part, TensorReader reader, int dimension) throws ArchiveException {
        return switch (part.kind()) {
            case Part.QUADRATIC_MLP -> QuadraticTensors.potential(name, part.mlp(), reader, dimension);
            case Part.ENTROPIC -> EntropicTensors.read(name, reader, dimension);
            case Part.DEBIASED_ENTROPIC -> EntropicTensors.readDebiased(name, reader, dimension);
            case Part.NETWORK -> network(name, part, reader, dimension);
            default -> throw new ArchiveException("The kind '%s' of a potential is unknown.".formatted(part.kind()));
        };
    }

    private static GraphPotential network(String name, Part part, TensorReader reader, int dimension)
            throws ArchiveException {
        Map<String, Object> members = part.network();
        if (members == null) {
            throw new ArchiveException("The network of '%s' is missing.".formatted(name));
        }
        GraphPotential shape = Potentials.shape(
                NetworkSpecJson.read(members),
                reader.take(name + QuadraticTensors.MATRIX, dimension, dimension),
                reader.take(name + QuadraticTensors.SHIFT, dimension),
                reader.numbersLeft());
        NetworkGraph graph = shape.graph();
        float[] parameters = new float[graph.parameterCount()];
        for (GraphBlock block : graph.blocks()) {
            float[] numbers = reader.take(
                    name + BLOCK + block.name(),
                    block.place().rows(),
                    block.place().columns());
            System.arraycopy(numbers, 0, parameters, block.place().offset(), numbers.length);
        }
        return shape.with(parameters);
    }

    private static IllegalArgumentException unknown(Object part) {
        return new IllegalArgumentException(
                "a %s cannot be archived".formatted(part.getClass().getSimpleName()));
    }
}

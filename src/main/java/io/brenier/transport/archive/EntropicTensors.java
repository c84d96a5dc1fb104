package io.brenier.transport.archive;

import io.brenier.transport.network.entropic.DebiasedPotential;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import java.util.Map;

/** An entropic potential as tensors: the support, an offset a point, ε and the radius. */
final class EntropicTensors {

    private static final String SUPPORT = ".support";
    private static final String OFFSETS = ".offsets";
    private static final String EPSILON = ".epsilon";
    private static final String RADIUS = ".radius";

    private static final String SELF = ".self";
    private static final String SHARE = ".share";

    private EntropicTensors() {}

    static void put(String name, DebiasedPotential potential, Map<String, FloatTensor> tensors) {
        put(name, potential.joint(), tensors);
        put(name + SELF, potential.self(), tensors);
        tensors.put(name + SHARE, FloatTensor.vector(potential.share()));
    }

    static DebiasedPotential readDebiased(String name, TensorReader reader, int dimension) throws ArchiveException {
        return new DebiasedPotential(
                read(name, reader, dimension), read(name + SELF, reader, dimension), reader.take(name + SHARE, 1)[0]);
    }

    static void put(String name, EntropicPotential potential, Map<String, FloatTensor> tensors) {
        Points support = potential.support();
        tensors.put(name + SUPPORT, FloatTensor.matrix(support.values(), support.rows(), support.dimension()));
        tensors.put(name + OFFSETS, FloatTensor.vector(potential.offsets()));
        tensors.put(name + EPSILON, FloatTensor.vector(potential.epsilon()));
        tensors.put(name + RADIUS, FloatTensor.vector(potential.radius()));
    }

    static EntropicPotential read(String name, TensorReader reader, int dimension) throws ArchiveException {
        float[] support = reader.takeRows(name + SUPPORT, dimension);
        int rows = support.length / dimension;
        return new EntropicPotential(
                Points.of(support, rows, dimension),
                reader.take(name + OFFSETS, rows),
                reader.take(name + EPSILON, 1)[0],
                reader.take(name + RADIUS, 1)[0]);
    }
}

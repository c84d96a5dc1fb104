package io.brenier.transport.archive;

import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.dual.SwappedDualPotentials;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.network.entropic.EntropicPotential;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The map as named tensors. */
final class ModelTensors {

    private static final String POTENTIAL = "potential";
    private static final String AMORTIZER = "amortizer";
    private static final String SHIFT = ".shift";
    private static final String SCALE = ".scale";

    private final SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
    private final Manifest.Architecture architecture;

    private ModelTensors(Manifest.Architecture architecture) {
        this.architecture = architecture;
    }

    /** @throws IllegalArgumentException if the potentials are of a kind that the format does not know */
    static ModelTensors of(DualPotentials potentials) {
        if (potentials instanceof SwappedDualPotentials(StandardizedDualPotentials learned)) {
            ModelTensors unswapped = of(learned);
            ModelTensors model = new ModelTensors(unswapped.architecture.fromTargetToSource());
            model.tensors.putAll(unswapped.tensors);
            return model;
        }
        if (potentials
                instanceof
                StandardizedDualPotentials(
                        Standardization source,
                        Standardization target,
                        QuadraticMlpPotential potential,
                        AffineMlpMap amortizer)) {
            ModelTensors model = new ModelTensors(new Manifest.Architecture(
                    Manifest.Architecture.STANDARDIZED_QUADRATIC_MLP,
                    QuadraticTensors.shape(potential.mlp()),
                    QuadraticTensors.shape(amortizer.mlp()),
                    null,
                    null));
            put("source", source, model.tensors);
            put("target", target, model.tensors);
            QuadraticTensors.put(POTENTIAL, potential.matrix(), potential.shift(), potential.mlp(), model.tensors);
            QuadraticTensors.put(AMORTIZER, amortizer.matrix(), amortizer.shift(), amortizer.mlp(), model.tensors);
            return model;
        }
        if (potentials
                instanceof
                StandardizedDualPotentials(
                        Standardization source,
                        Standardization target,
                        EntropicPotential potential,
                        PotentialGradient(EntropicPotential conjugate))) {
            ModelTensors model = new ModelTensors(
                    new Manifest.Architecture(Manifest.Architecture.STANDARDIZED_ENTROPIC, null, null, null, null));
            put("source", source, model.tensors);
            put("target", target, model.tensors);
            EntropicTensors.put(POTENTIAL, potential, model.tensors);
            EntropicTensors.put(AMORTIZER, conjugate, model.tensors);
            return model;
        }
        if (potentials
                instanceof
                StandardizedDualPotentials(
                        Standardization source,
                        Standardization target,
                        Potential potential,
                        TransportMap amortizer)) {
            SequencedMap<String, FloatTensor> parts = new LinkedHashMap<>();
            put("source", source, parts);
            put("target", target, parts);
            Manifest.Part forward = PartTensors.put(POTENTIAL, potential, parts);
            Manifest.Part inverse = PartTensors.put(AMORTIZER, amortizer, parts);
            ModelTensors model = new ModelTensors(
                    new Manifest.Architecture(Manifest.Architecture.STANDARDIZED_PARTS, null, null, forward, inverse));
            model.tensors.putAll(parts);
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
                            QuadraticTensors.potential(POTENTIAL, architecture.potential(), reader, dimension),
                            QuadraticTensors.map(AMORTIZER, architecture.amortizer(), reader, dimension));
                case Manifest.Architecture.STANDARDIZED_ENTROPIC ->
                    new StandardizedDualPotentials(
                            source,
                            target,
                            EntropicTensors.read(POTENTIAL, reader, dimension),
                            new PotentialGradient(EntropicTensors.read(AMORTIZER, reader, dimension)));
                case Manifest.Architecture.STANDARDIZED_PARTS ->
                    new StandardizedDualPotentials(
                            source,
                            target,
                            PartTensors.readPotential(POTENTIAL, architecture.requireForward(), reader, dimension),
                            PartTensors.readMap(AMORTIZER, architecture.requireInverse(), reader, dimension));
                default ->
                    throw new ArchiveException("The archive's architecture '%s' is unknown; this program knows %s."
                            .formatted(architecture.type(), Manifest.Architecture.TYPES));
            };
            reader.requireAllTaken();
            return Boolean.TRUE.equals(architecture.swapped()) ? new SwappedDualPotentials(potentials) : potentials;
        } catch (IllegalArgumentException e) {
            throw new ArchiveException("The archive describes no map: " + e.getMessage(), e);
        }
    }

    private static void put(String name, Standardization standardization, Map<String, FloatTensor> tensors) {
        tensors.put(name + SHIFT, FloatTensor.vector(standardization.shift()));
        tensors.put(name + SCALE, FloatTensor.vector(standardization.scale()));
    }

    private static Standardization standardization(TensorReader reader, String name, int dimension)
            throws ArchiveException {
        return new Standardization(reader.take(name + SHIFT, dimension), reader.take(name + SCALE, 1)[0]);
    }
}

package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorEngine;
import io.brenier.transport.tensor.vector.VectorUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** {@link SoapRule} in Java's memory, multiplied on the vector unit: the same steps and the same state, without some hundred calls into the engine. */
final class VectorSoapRule implements UpdateRule {

    private final OptimizerSpec spec;
    private final List<VectorBlock> blocks = new ArrayList<>();

    /** @param parameters that {@link #suits} accepts */
    VectorSoapRule(OptimizerSpec spec, Parameters parameters) {
        this.spec = spec;
        for (int b = 0; b < parameters.blocks().size(); b++) {
            blocks.add(new VectorBlock(parameters.blocks().get(b), b));
        }
    }

    /** Whether this JVM can do it for such parameters. */
    static boolean suits(Parameters parameters) {
        return VectorUnit.isAvailable()
                && TensorEngine.isOnCpu()
                && parameters.values().getDataType() == DataType.FLOAT32;
    }

    @Override
    public void apply(NDArray values, NDArray gradient, double rate, long step) {
        float[] gradients = HostTransfer.download(gradient);
        blocks.forEach(block -> block.load(gradients));
        if (step > 1) {
            move(values, rate, step - 1);
        }
        for (VectorBlock block : blocks) {
            block.observe();
            if (step == 1) {
                block.decompose();
            } else {
                block.follow(step);
            }
        }
    }

    private void move(NDArray values, double rate, long step) {
        float[] parameters = HostTransfer.download(values);
        if (spec.weightDecay() > 0) {
            float keep = (float) (1 - rate * spec.weightDecay());
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] *= keep;
            }
        }
        AdamStep adam = new AdamStep(spec.beta1(), spec.beta2(), rate, step);
        blocks.forEach(block -> block.move(parameters, adam));
        HostTransfer.write(values, parameters);
    }

    @Override
    public SequencedMap<String, Remembered> memory() {
        SequencedMap<String, Remembered> memory = new LinkedHashMap<>();
        memory.put(
                "first_moment",
                new Remembered.Host(blocks.stream().map(VectorBlock::first).toList(), () -> {}));
        memory.put(
                "second_moment",
                new Remembered.Host(blocks.stream().map(VectorBlock::second).toList(), () -> {}));
        for (int b = 0; b < blocks.size(); b++) {
            blocks.get(b).addTo(memory, "block_" + b);
        }
        return memory;
    }
}

package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * SOAP: Adam in the eigenbasis of Shampoo's preconditioner (Vyas et al. 2024). For each weight matrix with gradient G,
 * L ← .95 L + .05 G Gᵀ and R ← .95 R + .05 Gᵀ G; Adam works on Q_Lᵀ G Q_R and its step goes back as Q_L · Q_Rᵀ. The first step moves
 * nothing and takes the eigenvectors of the first L and R: in its own singular vectors a gradient is diagonal, and beside the diagonal
 * Adam would divide rounding by rounding. From then on the bases follow by Q ← qr(L Q), each every 10 steps, at a step of its own so
 * that none takes long, and after the gradient has been used. Biases go by plain Adam. The first moment is kept in the bases and turned
 * when they turn, which is the same and saves two products a step.
 */
final class SoapRule implements UpdateRule {

    private final Scalars scalars;
    private final AdamMoments moments;
    private final double weightDecay;
    private final Parameters parameters;
    private final List<RotatedBlock> rotated = new ArrayList<>();

    SoapRule(OptimizerSpec spec, Parameters parameters) {
        scalars = new Scalars(parameters);
        moments = new AdamMoments(spec, parameters);
        weightDecay = spec.weightDecay();
        this.parameters = parameters;
        List<NDArray> first = parameters.views(moments.first());
        for (int b = 0; b < first.size(); b++) {
            rotated.add(new RotatedBlock(parameters.blocks().get(b), parameters, first.get(b), b));
        }
    }

    @Override
    public void apply(NDArray values, NDArray gradient, double rate, long step) {
        List<NDArray> gradients = parameters.views(gradient);
        if (step > 1) {
            if (weightDecay > 0) {
                values.muli(scalars.of(1 - rate * weightDecay));
            }
            values.subi(update(gradients, rate, step - 1));
        }
        for (int b = 0; b < rotated.size(); b++) {
            RotatedBlock block = rotated.get(b);
            block.observe(gradients.get(b));
            if (step == 1) {
                block.decompose();
            } else {
                block.follow(step);
            }
        }
    }

    private NDArray update(List<NDArray> gradients, double rate, long step) {
        NDList turned = new NDList();
        for (int b = 0; b < rotated.size(); b++) {
            turned.add(flat(rotated.get(b).into(gradients.get(b))));
        }
        List<NDArray> updates = parameters.views(moments.step(NDArrays.concat(turned), rate, step));
        NDList back = new NDList();
        for (int b = 0; b < rotated.size(); b++) {
            back.add(flat(rotated.get(b).outOf(updates.get(b))));
        }
        return NDArrays.concat(back);
    }

    @Override
    public SequencedMap<String, Remembered> memory() {
        SequencedMap<String, Remembered> memory = new LinkedHashMap<>();
        moments.addTo(memory);
        for (int b = 0; b < rotated.size(); b++) {
            rotated.get(b).addTo(memory, "block_" + b);
        }
        return memory;
    }

    private static NDArray flat(NDArray matrix) {
        return matrix.reshape(new Shape(matrix.size()));
    }
}

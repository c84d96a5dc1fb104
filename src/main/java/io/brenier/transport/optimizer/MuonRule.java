package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.ParameterBlock;
import io.brenier.transport.network.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Muon (Jordan et al. 2024). For each weight matrix with gradient G, B ← .95 B + G and W ← W − rate · .2 √max(in, out) · O, O the
 * orthogonalised G + .95 B; the factor gives O's entries the size that Adam's steps have (Liu et al. 2025). Biases and matrices of one
 * row or column, which have no singular vectors to even out, go by Adam.
 */
final class MuonRule implements UpdateRule {

    private static final double MOMENTUM = 0.95;
    private static final double ADAM_LIKE = 0.2;

    private final Scalars scalars;
    private final Parameters parameters;
    private final Orthogonalisation orthogonalisation;
    private final NDArray momentum;
    private final NDArray momentumDecay;
    private final AdamMoments rest;
    private final double weightDecay;

    MuonRule(OptimizerSpec spec, Parameters parameters) {
        scalars = new Scalars(parameters);
        this.parameters = parameters;
        orthogonalisation = new Orthogonalisation(scalars);
        momentum = parameters.values().zerosLike();
        momentumDecay = scalars.of(MOMENTUM);
        rest = new AdamMoments(
                spec,
                parameters,
                parameters.blocks().stream()
                        .filter(block -> !isOrthogonalised(block))
                        .mapToInt(ParameterBlock::size)
                        .sum());
        weightDecay = spec.weightDecay();
    }

    @Override
    public void apply(NDArray values, NDArray gradient, double rate, long step) {
        momentum.muli(momentumDecay).addi(gradient);
        List<NDArray> matrices = parameters.views(momentum.mul(momentumDecay).addi(gradient));
        List<NDArray> others = adamSteps(gradient, rate, step);
        NDList updates = new NDList();
        int other = 0;
        for (int b = 0; b < matrices.size(); b++) {
            ParameterBlock block = parameters.blocks().get(b);
            if (isOrthogonalised(block)) {
                double factor = rate * ADAM_LIKE * Math.sqrt(Math.max(block.rows(), block.columns()));
                updates.add(flat(orthogonalisation.of(matrices.get(b)).muli(scalars.of(factor))));
            } else {
                updates.add(others.get(other++));
            }
        }
        if (weightDecay > 0) {
            values.muli(scalars.of(1 - rate * weightDecay));
        }
        values.subi(NDArrays.concat(updates));
    }

    /** The steps of the blocks that go by Adam, in their order. */
    private List<NDArray> adamSteps(NDArray gradient, double rate, long step) {
        List<ParameterBlock> blocks = parameters.blocks();
        List<NDArray> gradients = parameters.views(gradient);
        NDList parts = new NDList();
        for (int b = 0; b < blocks.size(); b++) {
            if (!isOrthogonalised(blocks.get(b))) {
                parts.add(flat(gradients.get(b)));
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        long[] ends = new long[parts.size() - 1];
        long end = 0;
        for (int p = 0; p < ends.length; p++) {
            end += parts.get(p).size();
            ends[p] = end;
        }
        return rest.step(NDArrays.concat(parts), rate, step).split(ends);
    }

    @Override
    public SequencedMap<String, Remembered> memory() {
        SequencedMap<String, Remembered> memory = new LinkedHashMap<>();
        memory.put("momentum", new Remembered.Tensor(momentum));
        rest.addTo(memory);
        return memory;
    }

    private static boolean isOrthogonalised(ParameterBlock block) {
        return !block.bias() && block.rows() > 1 && block.columns() > 1;
    }

    private static NDArray flat(NDArray matrix) {
        return matrix.reshape(new Shape(matrix.size()));
    }
}

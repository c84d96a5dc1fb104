package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.vector.Stretches;
import java.util.Arrays;

/** An affine map with a network on it at some points, on the vector unit: {@link TrainableMlp} has the formulas. */
final class VectorMapEvaluation implements TrainableMap.Evaluation {

    private final VectorNetwork network;
    private final VectorMlp layout;
    private final VectorHidden hidden;
    private final Points image;

    VectorMapEvaluation(VectorNetwork network, Points y) {
        this.network = network;
        layout = network.current();
        hidden = new VectorHidden(network, y);
        image = image(network.affine(), y);
    }

    private Points image(VectorAffine affine, Points y) {
        int last = layout.depth();
        float[] sum = network.pool().take(y.rows() * affine.stride());
        float[] output = network.pool().take(y.rows() * layout.stride(last));
        affine.apply(y, 0, y.rows(), sum);
        layout.affine(last, hidden.inputs(last), 0, hidden.inputStride(last), y.rows(), output, 0);
        Stretches.add(output, 0, sum, 0, y.rows() * affine.stride());
        Points image = affine.unpadded(sum, y.rows());
        network.pool().give(sum);
        network.pool().give(output);
        return image;
    }

    @Override
    public Points image() {
        return image;
    }

    @Override
    public ParameterGradient parameterGradient(Points cotangents) {
        hidden.requireUsable();
        hidden.requireRows(cotangents.rows(), "cotangents");
        VectorSums sums = VectorSums.ofMap(layout);
        float[][] deltas = hidden.arrays(hidden.blockRows());
        float[] outward = network.pool().take(hidden.blockRows() * layout.stride(layout.depth()));
        VectorHidden.inBlocks(0, hidden.rows(), (from, count) -> add(cotangents, from, count, outward, deltas, sums));
        hidden.give(deltas);
        network.pool().give(outward);
        return network.upload(sums);
    }

    /** @param outward room for the deltas of the outputs, which are the cotangents */
    private void add(Points cotangents, int from, int count, float[] outward, float[][] deltas, VectorSums sums) {
        int last = layout.depth();
        Arrays.fill(outward, 0, count * layout.stride(last), 0);
        for (int r = 0; r < count; r++) {
            int d = cotangents.dimension();
            System.arraycopy(cotangents.values(), (from + r) * d, outward, r * layout.stride(last), d);
        }
        float[] delta = outward;
        for (int l = last; l >= 0; l--) {
            if (l < last) {
                hidden.back(l, delta, 0, from, count, deltas[l], 0);
                delta = deltas[l];
            }
            sums.addBias(l, delta, count);
            sums.addWeights(l, hidden.inputs(l), from * hidden.inputStride(l), hidden.inputStride(l), delta, 0, count);
        }
    }

    @Override
    public void close() {
        hidden.close();
    }
}

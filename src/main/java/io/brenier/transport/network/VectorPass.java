package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.vector.FloatPool;
import io.brenier.transport.tensor.vector.Stretches;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link ScalarPass} on the vector unit: the same formulas, block by block of {@link VectorHidden}. */
final class VectorPass implements AutoCloseable {

    private final VectorMlp network;
    private final FloatPool pool;
    private final int rows;
    private final int depth;
    private final VectorHidden hidden;
    private float @Nullable [][] deltas;

    /** @param x not changed while this is in use */
    VectorPass(VectorNetwork origin, Points x) {
        network = origin.current();
        pool = origin.pool();
        rows = x.rows();
        depth = network.depth();
        hidden = new VectorHidden(origin, x);
    }

    VectorHidden hidden() {
        return hidden;
    }

    /** The outputs, added to what an array holds. */
    void addOutputs(float[] values) {
        float[] w = network.outward();
        int width = network.width(depth - 1);
        int stride = network.stride(depth - 1);
        float[] h = hidden.outputs(depth - 1);
        for (int r = 0; r < rows; r++) {
            double sum = w.length > width ? w[width] : 0;
            for (int j = 0; j < width; j++) {
                sum += (double) w[j] * h[r * stride + j];
            }
            values[r] += (float) sum;
        }
    }

    /**
     * Adds ∂o/∂x of the rows from one on.
     *
     * @param g row i from g{@code [i · network.inputStride()]} on
     */
    void addInputGradients(int from, int count, float[] g) {
        float[] first = deltas()[0];
        VectorHidden.inBlocks(
                from,
                from + count,
                (at, size) -> network.addBack(
                        0, first, at * network.stride(0), size, g, (at - from) * network.inputStride()));
    }

    /** ∂/∂θ Σ w_i o_i. */
    VectorSums weighted(float[] w) {
        VectorSums sums = VectorSums.ofScalar(network);
        float[][] known = deltas();
        float[][] scaled = hidden.arrays(hidden.blockRows());
        VectorHidden.inBlocks(0, rows, (from, count) -> {
            sums.addOutward(hidden.outputs(depth - 1), from * network.stride(depth - 1), w, from, count);
            for (int l = depth - 1; l >= 0; l--) {
                int stride = network.stride(l);
                for (int r = 0; r < count; r++) {
                    Stretches.scale(w[from + r], known[l], (from + r) * stride, scaled[l], r * stride, stride);
                }
                sums.addBias(l, scaled[l], count);
                sums.addWeights(
                        l, hidden.inputs(l), from * hidden.inputStride(l), hidden.inputStride(l), scaled[l], 0, count);
            }
        });
        hidden.give(scaled);
        return sums;
    }

    /** ∂/∂θ Σ ⟨v_i, ∂o_i/∂x⟩ for rows v of the network's inputs. */
    VectorSums mixed(float[] v) {
        VectorSums sums = VectorSums.ofScalar(network);
        int most = hidden.blockRows();
        float[][] inner = hidden.arrays(most);
        float[][] tangents = hidden.arrays(most);
        VectorHidden.inBlocks(0, rows, (from, count) -> mixed(v, from, count, inner, tangents, sums));
        hidden.give(inner);
        hidden.give(tangents);
        return sums;
    }

    private void mixed(float[] v, int from, int count, float[][] inner, float[][] tangents, VectorSums sums) {
        float[][] known = deltas();
        for (int l = 0; l < depth; l++) {
            int size = count * network.stride(l);
            int at = from * network.stride(l);
            if (l == 0) {
                network.linear(0, v, from * network.inputs(), network.inputs(), count, inner[0], 0);
            } else {
                network.linear(l, tangents[l - 1], 0, network.stride(l - 1), count, inner[l], 0);
            }
            network.activation().timesDerivative(inner[l], 0, hidden.outputs(l), at, tangents[l], 0, size);
            network.activation().timesCurvature(known[l], hidden.outputs(l), at, inner[l], 0, size);
        }
        sums.addOutward(tangents[depth - 1], count);
        // From here on inner[l] becomes δ̇_l.
        float[] room = pool.take(largest(hidden.blockRows()));
        for (int l = depth - 1; l >= 0; l--) {
            int size = count * network.stride(l);
            int at = from * network.stride(l);
            if (l < depth - 1) {
                hidden.back(l, inner[l + 1], 0, from, count, room, 0);
                Stretches.add(room, 0, inner[l], 0, size);
            }
            sums.addBias(l, inner[l], count);
            sums.addWeights(
                    l, hidden.inputs(l), from * hidden.inputStride(l), hidden.inputStride(l), inner[l], 0, count);
            if (l == 0) {
                sums.addWeights(0, v, from * network.inputs(), network.inputs(), known[0], at, count);
            } else {
                sums.addWeights(l, tangents[l - 1], 0, network.stride(l - 1), known[l], at, count);
            }
        }
        pool.give(room);
    }

    @Override
    public void close() {
        hidden.close();
        if (deltas != null) {
            hidden.give(deltas);
            deltas = null;
        }
    }

    private float[][] deltas() {
        float[][] known = deltas;
        if (known == null) {
            float[][] fresh = hidden.arrays(rows);
            float[] w = network.outward();
            VectorHidden.inBlocks(0, rows, (from, count) -> backward(fresh, w, from, count));
            deltas = fresh;
            known = fresh;
        }
        return known;
    }

    private void backward(float[][] fresh, float[] w, int from, int count) {
        for (int l = depth - 1; l >= 0; l--) {
            int stride = network.stride(l);
            int at = from * stride;
            if (l < depth - 1) {
                hidden.back(l, fresh[l + 1], from * network.stride(l + 1), from, count, fresh[l], at);
            } else {
                Arrays.fill(fresh[l], at, at + count * stride, 0);
                for (int r = 0; r < count; r++) {
                    System.arraycopy(w, 0, fresh[l], at + r * stride, network.width(l));
                }
                network.activation().timesDerivative(fresh[l], at, hidden.outputs(l), at, fresh[l], at, count * stride);
            }
        }
    }

    private int largest(int size) {
        int most = 0;
        for (int l = 0; l < depth; l++) {
            most = Math.max(most, size * network.stride(l));
        }
        return most;
    }
}

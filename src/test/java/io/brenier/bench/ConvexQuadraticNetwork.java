package io.brenier.bench;

import io.brenier.transport.tensor.vector.PackedMatrix;
import io.brenier.transport.tensor.vector.VectorActivation;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of one potential of the benchmark: an input-convex network of three layers with quadratic skips (Korotin et al. 2021),
 * without its strongly convex term. Works on blocks of rows, on the vector unit; one instance serves one thread.
 */
final class ConvexQuadraticNetwork {

    private static final int LAYERS = 3;

    private final Layer[] layers = new Layer[LAYERS];
    private final float[] output;

    /**
     * @param prefix v1 or v2
     * @param block rows a call, at most
     */
    ConvexQuadraticNetwork(Map<String, FloatArray> arrays, String prefix, int block) {
        for (int l = 0; l < LAYERS; l++) {
            layers[l] = new Layer(arrays, prefix, l, block);
        }
        output = arrays.get(prefix + "_a_out").values();
    }

    /**
     * out += ∇φ(x) for some rows.
     *
     * @param x row i from x{@code [i · n]} on
     * @param out rows as far apart as {@link PackedMatrix#stride} says for n columns
     */
    void addGradient(float[] x, int n, int count, float[] out) {
        for (int l = 0; l < LAYERS; l++) {
            layers[l].forward(x, n, count, l == 0 ? null : layers[l - 1]);
        }
        Layer last = layers[LAYERS - 1];
        for (int r = 0; r < count; r++) {
            System.arraycopy(output, 0, last.delta, r * last.stride, output.length);
        }
        for (int l = LAYERS - 1; l >= 0; l--) {
            layers[l].backward(count, out, l == 0 ? null : layers[l - 1]);
        }
    }

    /** h = act((x Q)² + x Wᵀ + h′ Aᵀ + b), h′ of the layer before; the first layer has neither A nor an activation. */
    private static final class Layer {

        private final int stride;
        private final float[] bias;
        private final PackedMatrix quadratic;
        private final PackedMatrix quadraticBack;
        private final PackedMatrix linear;
        private final PackedMatrix linearBack;
        private final PackedMatrix hidden;
        private final PackedMatrix hiddenBack;
        private final float[] q;
        private final float[] h;
        private final float[] delta;

        private Layer(Map<String, FloatArray> arrays, String prefix, int l, int block) {
            FloatArray factors = arrays.get(prefix + "_Q" + l);
            int inputs = factors.shape()[0];
            int width = factors.shape()[1];
            quadratic = new PackedMatrix(inputs, width);
            quadratic.pack(factors.values(), 0);
            quadraticBack = new PackedMatrix(width, inputs);
            quadraticBack.packTransposed(factors.values(), 0);
            float[] weights = arrays.get(prefix + "_W" + l).values();
            linear = new PackedMatrix(inputs, width);
            linear.packTransposed(weights, 0);
            linearBack = new PackedMatrix(width, inputs);
            linearBack.pack(weights, 0);
            int before = l == 0 ? 0 : arrays.get(prefix + "_A" + l).shape()[1];
            hidden = new PackedMatrix(before, width);
            hiddenBack = new PackedMatrix(width, before);
            if (l > 0) {
                float[] between = arrays.get(prefix + "_A" + l).values();
                hidden.packTransposed(between, 0);
                hiddenBack.pack(between, 0);
            }
            stride = quadratic.stride();
            bias = Arrays.copyOf(arrays.get(prefix + "_b" + l).values(), stride);
            q = new float[block * stride];
            h = new float[block * stride];
            delta = new float[block * stride];
        }

        private void forward(float[] x, int n, int count, @Nullable Layer before) {
            Arrays.fill(q, 0, count * stride, 0);
            quadratic.addProduct(x, 0, n, count, q, 0);
            for (int r = 0; r < count; r++) {
                for (int j = 0; j < stride; j++) {
                    h[r * stride + j] = q[r * stride + j] * q[r * stride + j] + bias[j];
                }
            }
            linear.addProduct(x, 0, n, count, h, 0);
            if (before != null) {
                hidden.addProduct(before.h, 0, before.stride, count, h, 0);
                VectorActivation.ELU.apply(h, 0, count * stride);
            }
        }

        /** From ∂φ/∂h in delta to ∂φ/∂x and to the delta of the layer before. */
        private void backward(int count, float[] out, @Nullable Layer before) {
            int size = count * stride;
            if (before != null) {
                VectorActivation.ELU.timesDerivative(delta, 0, h, 0, delta, 0, size);
                Arrays.fill(before.delta, 0, count * before.stride, 0);
                hiddenBack.addProduct(delta, 0, stride, count, before.delta, 0);
            }
            linearBack.addProduct(delta, 0, stride, count, out, 0);
            for (int i = 0; i < size; i++) {
                q[i] *= 2 * delta[i];
            }
            quadraticBack.addProduct(q, 0, stride, count, out, 0);
        }
    }
}

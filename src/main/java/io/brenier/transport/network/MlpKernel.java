package io.brenier.transport.network;

import io.brenier.transport.tensor.Elementwise;
import io.brenier.transport.tensor.RowProducts;
import java.util.List;

/** A network in plain Java: forward, and back to its inputs, for blocks of rows. Immutable; the scratch belongs to the caller. */
final class MlpKernel {

    private static final float LEAK = 0.2f;

    private final Activation activation;
    private final float[][][] weights;
    private final float[][][] transposed;
    private final float[][] biases;

    MlpKernel(Mlp network) {
        List<DenseLayer> layers = network.layers();
        activation = network.activation();
        weights = new float[layers.size()][][];
        transposed = new float[layers.size()][][];
        biases = new float[layers.size()][];
        for (int l = 0; l < weights.length; l++) {
            DenseLayer layer = layers.get(l);
            weights[l] = Matrices.rows(layer.weights(), layer.inputs(), layer.outputs());
            transposed[l] = Matrices.columns(layer.weights(), layer.inputs(), layer.outputs());
            float[] bias = layer.bias();
            biases[l] = bias == null ? new float[layer.outputs()] : bias;
        }
    }

    /** Room for blocks of up to so many rows. */
    Scratch scratch(int rows) {
        return new Scratch(rows);
    }

    /** The outputs of the hidden layers and the deltas of one block of rows, which the next block overwrites. */
    final class Scratch {

        private final float[][][] hidden = new float[weights.length - 1][][];
        private final float[][][] deltas = new float[weights.length - 1][][];
        private final int rows;

        private Scratch(int rows) {
            this.rows = rows;
            for (int l = 0; l < hidden.length; l++) {
                hidden[l] = new float[rows][weights[l][0].length];
            }
        }

        /** Runs the first {@code count} rows of x through the hidden layers. */
        void forward(float[][] x, int count) {
            float[][] input = x;
            for (int l = 0; l < hidden.length; l++) {
                affine(l, input, count, hidden[l]);
                for (int r = 0; r < count; r++) {
                    activate(hidden[l][r]);
                }
                input = hidden[l];
            }
        }

        /** Adds the outputs of the rows x, over which forward has run, to y. */
        void addOutput(float[][] x, int count, float[][] y) {
            int last = hidden.length;
            for (int r = 0; r < count; r++) {
                Elementwise.add(y[r], biases[last]);
            }
            RowProducts.addProduct(last == 0 ? x : hidden[last - 1], count, weights[last], y);
        }

        /** The single output of one row, added up in double. */
        double value(float[][] x, int row) {
            int last = hidden.length;
            float[] input = last == 0 ? x[row] : hidden[last - 1][row];
            return biases[last][0] + RowProducts.dot(input, transposed[last][0]);
        }

        /** Adds the gradients of the single output to g. */
        void addInputGradient(int count, float[][] g) {
            int last = hidden.length;
            float[] outward = transposed[last][0];
            if (last == 0) {
                for (int r = 0; r < count; r++) {
                    Elementwise.add(g[r], outward);
                }
                return;
            }
            for (int r = 0; r < count; r++) {
                System.arraycopy(outward, 0, delta(last - 1)[r], 0, outward.length);
            }
            for (int l = last - 1; l >= 0; l--) {
                for (int r = 0; r < count; r++) {
                    timesDerivative(delta(l)[r], hidden[l][r]);
                }
                float[][] below = l == 0 ? g : delta(l - 1);
                for (int r = 0; l > 0 && r < count; r++) {
                    Elementwise.clear(below[r]);
                }
                RowProducts.addProduct(delta(l), count, transposed[l], below);
            }
        }

        /**
         * Adds ∇²mlp(x) v to y, for the rows x over which forward has run. With a_l the input of the l-th activation and δ_l the
         * derivative of the output by it, the tangents go forward as ȧ_l = ḣ_{l−1} W_l, ḣ_l = act′(a_l) ∘ ȧ_l, and back as
         * δ̇_l = u̇_l ∘ act′(a_l) + u_l ∘ act″(a_l) ∘ ȧ_l, where u_l = δ_{l+1} W_{l+1}ᵀ.
         */
        void addHessianProduct(float[][] v, int count, float[][] y) {
            int last = hidden.length;
            float[][][] tangents = new float[last][][];
            float[][] along = v;
            for (int l = 0; l < last; l++) {
                float[][] inner = new float[count][weights[l][0].length];
                RowProducts.addProduct(along, count, weights[l], inner);
                tangents[l] = inner;
                along = new float[count][];
                for (int r = 0; r < count; r++) {
                    along[r] = inner[r].clone();
                    timesDerivative(along[r], hidden[l][r]);
                }
            }
            float[] outward = transposed[last][0];
            float[][] delta = new float[count][];
            float[][] moved = new float[count][outward.length];
            for (int r = 0; r < count; r++) {
                delta[r] = outward.clone();
            }
            for (int l = last - 1; l >= 0; l--) {
                for (int r = 0; r < count; r++) {
                    timesDerivative(moved[r], hidden[l][r]);
                    addCurvature(moved[r], delta[r], tangents[l][r], hidden[l][r]);
                    timesDerivative(delta[r], hidden[l][r]);
                }
                float[][] below = l == 0 ? y : new float[count][transposed[l][0].length];
                RowProducts.addProduct(moved, count, transposed[l], below);
                moved = below;
                if (l > 0) {
                    float[][] deltaBelow = new float[count][transposed[l][0].length];
                    RowProducts.addProduct(delta, count, transposed[l], deltaBelow);
                    delta = deltaBelow;
                }
            }
        }

        private float[][] delta(int l) {
            float[][] delta = deltas[l];
            if (delta == null) {
                delta = new float[rows][hidden[l][0].length];
                deltas[l] = delta;
            }
            return delta;
        }
    }

    private void affine(int l, float[][] x, int count, float[][] y) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(biases[l], 0, y[r], 0, biases[l].length);
        }
        RowProducts.addProduct(x, count, weights[l], y);
    }

    private void activate(float[] a) {
        switch (activation) {
            case ELU -> Elementwise.elu(a);
            case LEAKY_RELU -> Elementwise.leakyRelu(a, LEAK);
            case SOFTPLUS -> Elementwise.softplus(a);
            case TANH -> Elementwise.tanh(a);
        }
    }

    /** y ← y + u act″(a) ȧ, where the activation's output is h. */
    private void addCurvature(float[] y, float[] u, float[] tangent, float[] h) {
        for (int i = 0; i < y.length; i++) {
            float curvature = switch (activation) {
                case ELU -> h[i] > 0 ? 0 : h[i] + 1;
                case LEAKY_RELU -> 0;
                case SOFTPLUS -> (float) (-Math.expm1(-h[i]) * Math.exp(-h[i]));
                case TANH -> -2 * h[i] * (1 - h[i] * h[i]);
            };
            y[i] += u[i] * curvature * tangent[i];
        }
    }

    private void timesDerivative(float[] delta, float[] h) {
        switch (activation) {
            case ELU -> Elementwise.timesEluDerivative(delta, h);
            case LEAKY_RELU -> Elementwise.timesLeakyReluDerivative(delta, h, LEAK);
            case SOFTPLUS -> Elementwise.timesSoftplusDerivative(delta, h);
            case TANH -> Elementwise.timesTanhDerivative(delta, h);
        }
    }
}

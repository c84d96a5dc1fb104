package io.brenier.transport.network;

import io.brenier.transport.tensor.Elementwise;
import io.brenier.transport.tensor.RowProducts;
import java.util.Arrays;
import java.util.List;

/** A network in plain Java: forward, and back to its inputs, for blocks of rows. Immutable; the scratch belongs to the call. */
final class MlpKernel {

    private static final float LEAK = 0.2f;

    private final List<DenseLayer> layers;
    private final Activation activation;
    private final float[][] transposed;

    MlpKernel(Mlp network) {
        layers = network.layers();
        activation = network.activation();
        transposed = new float[layers.size()][];
        for (int l = 0; l < transposed.length; l++) {
            transposed[l] = transpose(layers.get(l));
        }
    }

    /** The outputs of the hidden layers and the deltas of a block of rows. */
    final class Block {

        private final float[][] hidden = new float[layers.size() - 1][];
        private final int rows;

        Block(int rows) {
            this.rows = rows;
            for (int l = 0; l < hidden.length; l++) {
                hidden[l] = new float[rows * layers.get(l).outputs()];
            }
        }

        /** Runs rows of x through the hidden layers. */
        void forward(float[] x, int at, int count) {
            float[] input = x;
            int inputAt = at;
            for (int l = 0; l < hidden.length; l++) {
                affine(l, input, inputAt, count, hidden[l]);
                activate(hidden[l], count * layers.get(l).outputs());
                input = hidden[l];
                inputAt = 0;
            }
        }

        /** The outputs of the rows at {@code x}, over which forward has run, written to y [count, outputs]. */
        void output(float[] x, int at, int count, float[] y) {
            int last = hidden.length;
            affine(last, last == 0 ? x : hidden[last - 1], last == 0 ? at : 0, count, y);
        }

        /** The single output of one row of the block, added up in double. */
        double value(float[] x, int at, int row) {
            DenseLayer last = layers.getLast();
            float[] bias = last.bias();
            double shift = bias == null ? 0 : bias[0];
            return hidden.length == 0
                    ? shift + RowProducts.dot(x, at + row * last.inputs(), last.weights(), 0, last.inputs())
                    : shift
                            + RowProducts.dot(
                                    hidden[hidden.length - 1], row * last.inputs(), last.weights(), 0, last.inputs());
        }

        /** Adds the gradients of the single output to g [count, inputs]. */
        void addInputGradient(int count, float[] g) {
            float[] delta = new float[count * layers.getLast().inputs()];
            float[] out = layers.getLast().weights();
            for (int r = 0; r < count; r++) {
                System.arraycopy(out, 0, delta, r * out.length, out.length);
            }
            for (int l = hidden.length - 1; l >= 0; l--) {
                DenseLayer layer = layers.get(l);
                timesDerivative(delta, hidden[l], count * layer.outputs());
                float[] below = l == 0 ? g : new float[count * layer.inputs()];
                RowProducts.addProduct(delta, 0, count, layer.outputs(), transposed[l], layer.inputs(), below);
                delta = below;
            }
            if (hidden.length == 0) {
                for (int i = 0; i < delta.length; i++) {
                    g[i] += delta[i];
                }
            }
        }

        int rows() {
            return rows;
        }
    }

    private void affine(int l, float[] x, int at, int count, float[] y) {
        DenseLayer layer = layers.get(l);
        int outputs = layer.outputs();
        float[] bias = layer.bias();
        if (bias == null) {
            Arrays.fill(y, 0, count * outputs, 0);
        } else {
            for (int r = 0; r < count; r++) {
                System.arraycopy(bias, 0, y, r * outputs, outputs);
            }
        }
        RowProducts.addProduct(x, at, count, layer.inputs(), layer.weights(), outputs, y);
    }

    private void activate(float[] a, int n) {
        switch (activation) {
            case ELU -> Elementwise.elu(a, n);
            case LEAKY_RELU -> Elementwise.leakyRelu(a, LEAK, n);
            case SOFTPLUS -> Elementwise.softplus(a, n);
            case TANH -> Elementwise.tanh(a, n);
        }
    }

    private void timesDerivative(float[] delta, float[] h, int n) {
        switch (activation) {
            case ELU -> Elementwise.timesEluDerivative(delta, h, n);
            case LEAKY_RELU -> Elementwise.timesLeakyReluDerivative(delta, h, LEAK, n);
            case SOFTPLUS -> Elementwise.timesSoftplusDerivative(delta, h, n);
            case TANH -> Elementwise.timesTanhDerivative(delta, h, n);
        }
    }

    static float[] transpose(DenseLayer layer) {
        float[] weights = layer.weights();
        float[] result = new float[weights.length];
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = 0; j < layer.outputs(); j++) {
                result[j * layer.inputs() + i] = weights[i * layer.outputs() + j];
            }
        }
        return result;
    }
}

package io.brenier.transport.network;

import io.brenier.transport.tensor.vector.PackedMatrix;
import io.brenier.transport.tensor.vector.VectorActivation;
import io.brenier.transport.tensor.vector.VectorUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A network laid out for the vector unit: every matrix and its transpose in panels, biases padded. */
final class VectorMlp {

    private final List<DenseLayer> layers;
    private final VectorActivation activation;
    private final PackedMatrix[] forward;
    private final PackedMatrix[] backward;
    private final float[][] biases;
    private float[] parameters = {};

    /** @param shape one that {@link #suits} accepts */
    VectorMlp(Mlp shape) {
        layers = shape.layers();
        activation = activation(shape.activation())
                .orElseThrow(() -> new IllegalArgumentException(shape.activation() + " has no vector code"));
        int count = layers.size();
        forward = new PackedMatrix[count];
        backward = new PackedMatrix[count];
        biases = new float[count][];
        for (int l = 0; l < count; l++) {
            DenseLayer layer = layers.get(l);
            forward[l] = new PackedMatrix(layer.inputs(), layer.outputs());
            backward[l] = new PackedMatrix(layer.outputs(), layer.inputs());
            biases[l] = new float[forward[l].stride()];
        }
    }

    /** Whether this JVM and this code can train such a network on the vector unit. */
    static boolean suits(Mlp shape) {
        return VectorUnit.isAvailable()
                && shape.layers().size() > 1
                && activation(shape.activation()).isPresent();
    }

    private static Optional<VectorActivation> activation(Activation activation) {
        return switch (activation) {
            case ELU -> Optional.of(VectorActivation.ELU);
            case LEAKY_RELU -> Optional.of(VectorActivation.LEAKY_RELU);
            case TANH -> Optional.of(VectorActivation.TANH);
            // Its logarithm has no vector code.
            case SOFTPLUS -> Optional.empty();
        };
    }

    /** Takes numbers over as {@link Mlp#flatten()} gives them; the array is kept and must not change. */
    void load(float[] flat) {
        parameters = flat;
        int at = 0;
        for (int l = 0; l < layers.size(); l++) {
            DenseLayer layer = layers.get(l);
            forward[l].pack(flat, at);
            backward[l].packTransposed(flat, at);
            at += layer.inputs() * layer.outputs();
            if (layer.bias() != null) {
                System.arraycopy(flat, at, biases[l], 0, layer.outputs());
                at += layer.outputs();
            }
        }
    }

    /** Hidden layers. */
    int depth() {
        return layers.size() - 1;
    }

    int inputs() {
        return layers.getFirst().inputs();
    }

    /** Units of a layer; the last one is that of the outputs. */
    int width(int l) {
        return layers.get(l).outputs();
    }

    /** Between the rows of what a layer puts out. */
    int stride(int l) {
        return forward[l].stride();
    }

    /** Between the rows of gradients by the inputs. */
    int inputStride() {
        return backward[0].stride();
    }

    boolean hasBias(int l) {
        return layers.get(l).bias() != null;
    }

    VectorActivation activation() {
        return activation;
    }

    /** w, from which a single output is ⟨h, w⟩ + c, and behind it c if there is one. */
    float[] outward() {
        int size = width(depth() - 1) + (hasBias(depth()) ? 1 : 0);
        return Arrays.copyOfRange(parameters, parameters.length - size, parameters.length);
    }

    /** z ← x W_l + b_l for some rows. */
    void affine(int l, float[] x, int from, int xStride, int count, float[] z, int to) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(biases[l], 0, z, to + r * stride(l), stride(l));
        }
        forward[l].addProduct(x, from, xStride, count, z, to);
    }

    /** z ← x W_l for some rows. */
    void linear(int l, float[] x, int from, int xStride, int count, float[] z, int to) {
        Arrays.fill(z, to, to + count * stride(l), 0);
        forward[l].addProduct(x, from, xStride, count, z, to);
    }

    /** z ← z + δ W_lᵀ for some rows. */
    void addBack(int l, float[] delta, int from, int count, float[] z, int to) {
        backward[l].addProduct(delta, from, stride(l), count, z, to);
    }
}

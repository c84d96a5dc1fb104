package io.brenier.transport.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A multilayer perceptron at fixed weights: affine layers with the activation after every one but the last.
 *
 * @param layers first to last; the outputs of each are the inputs of the next
 * @param activation between the layers
 */
public record Mlp(List<DenseLayer> layers, Activation activation) {

    /** The last layer starts smaller by this factor, so that a network hardly disturbs the quadratic it is added to. */
    private static final double LAST_LAYER_SCALE = 0.1;

    public Mlp {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        for (int l = 1; l < layers.size(); l++) {
            if (layers.get(l).inputs() != layers.get(l - 1).outputs()) {
                throw new IllegalArgumentException("layer %d takes %d inputs and is given %d"
                        .formatted(l, layers.get(l).inputs(), layers.get(l - 1).outputs()));
            }
        }
    }

    /** {@link #initial(int, List, int, boolean, Activation, long)} with an output bias unless there is one output, as for potentials. */
    public static Mlp initial(int inputs, List<Integer> hidden, int outputs, Activation activation, long seed) {
        return initial(inputs, hidden, outputs, outputs > 1, activation, seed);
    }

    /**
     * Weights N(0, 1/fan_in), in the last layer N(0, 0.01/fan_in), biases 0. Drawn by Java from the seed: the same everywhere.
     *
     * @param outputBias whether the last layer has a bias; a potential, known up to a constant only, wants none
     */
    public static Mlp initial(
            int inputs, List<Integer> hidden, int outputs, boolean outputBias, Activation activation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DenseLayer> layers = new ArrayList<>();
        int fanIn = inputs;
        for (int width : hidden) {
            layers.add(new DenseLayer(normal(random, fanIn, width, 1), new float[width], fanIn, width));
            fanIn = width;
        }
        float @Nullable [] lastBias = outputBias ? new float[outputs] : null;
        layers.add(new DenseLayer(normal(random, fanIn, outputs, LAST_LAYER_SCALE), lastBias, fanIn, outputs));
        return new Mlp(layers, activation);
    }

    public int inputs() {
        return layers.getFirst().inputs();
    }

    public int outputs() {
        return layers.getLast().outputs();
    }

    /** Numbers in it. */
    public int parameterCount() {
        return layers.stream().mapToInt(DenseLayer::parameterCount).sum();
    }

    /** All parameters in one array: layer by layer the weights, then the bias. */
    public float[] flatten() {
        float[] flat = new float[parameterCount()];
        int at = 0;
        for (DenseLayer layer : layers) {
            System.arraycopy(layer.weights(), 0, flat, at, layer.weights().length);
            at += layer.weights().length;
            float[] bias = layer.bias();
            if (bias != null) {
                System.arraycopy(bias, 0, flat, at, bias.length);
                at += bias.length;
            }
        }
        return flat;
    }

    /** Where each matrix and bias lies in {@link #flatten()}. */
    List<ParameterBlock> blocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        int offset = 0;
        for (DenseLayer layer : layers) {
            blocks.add(new ParameterBlock(offset, layer.inputs(), layer.outputs(), false));
            offset += layer.weights().length;
            float[] bias = layer.bias();
            if (bias != null) {
                blocks.add(new ParameterBlock(offset, 1, layer.outputs(), true));
                offset += bias.length;
            }
        }
        return List.copyOf(blocks);
    }

    /** A network of this shape with the parameters given as {@link #flatten()} gives them. */
    public Mlp withParameters(float[] flat) {
        if (flat.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "%d parameters are given, the network has %d".formatted(flat.length, parameterCount()));
        }
        List<DenseLayer> filled = new ArrayList<>();
        int at = 0;
        for (DenseLayer layer : layers) {
            float[] weights = Arrays.copyOfRange(flat, at, at + layer.weights().length);
            at += weights.length;
            float[] bias = layer.bias();
            float @Nullable [] filledBias = bias == null ? null : Arrays.copyOfRange(flat, at, at + bias.length);
            at += bias == null ? 0 : bias.length;
            filled.add(new DenseLayer(weights, filledBias, layer.inputs(), layer.outputs()));
        }
        return new Mlp(filled, activation);
    }

    /** Whether the other has the same layers, up to their numbers. */
    public boolean sameShape(Mlp other) {
        if (activation != other.activation || layers.size() != other.layers.size()) {
            return false;
        }
        for (int l = 0; l < layers.size(); l++) {
            DenseLayer mine = layers.get(l);
            DenseLayer its = other.layers.get(l);
            if (mine.inputs() != its.inputs()
                    || mine.outputs() != its.outputs()
                    || (mine.bias() == null) != (its.bias() == null)) {
                return false;
            }
        }
        return true;
    }

    private static float[] normal(SplittableRandom random, int fanIn, int outputs, double scale) {
        double deviation = scale / Math.sqrt(fanIn);
        float[] weights = new float[Math.multiplyExact(fanIn, outputs)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * random.nextGaussian());
        }
        return weights;
    }
}

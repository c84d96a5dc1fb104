package io.brenier.transport.measure.named;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A random strongly convex function: φ(x) = (s/2) |x|² + Σᵢ aᵢ z₂ᵢ with z₂ = σ(A z₁ + W₂ x + b₂), z₁ = σ(W₁ x + b₁), σ(t) = log(1 + e^{βt})/β and A, a
 * ≥ 0: σ is convex and increasing, so that φ is convex (Amos, Xu, Kolter 2017), and s-strongly so. In double precision; gradients written out.
 */
final class RandomConvexNetwork {

    private static final double SHARPNESS = 4;
    private static final double STRENGTH = 0.1;
    private static final int LEAST_WIDTH = 16;
    private static final int MOST_WIDTH = 128;
    /** How many units of the first layer a unit of the second sees: more would average their kinks out. */
    private static final int FAN_IN = 4;

    private final double[][] first;
    private final double[] firstBias;
    private final double[][] second;
    private final double[] secondBias;
    private final int[][] inputs;
    private final double[][] hidden;
    private final double[] output;

    /** Weights of x of N(0, 4/d), biases of N(0, 1), those on z₁ of |N(0, 1)|/2, a of U[0.5, 1.5]/√width; the width is 2d, but 16 to 128. */
    RandomConvexNetwork(int dimension, RandomGenerator random) {
        int width = Math.clamp(2L * dimension, LEAST_WIDTH, MOST_WIDTH);
        double deviation = 2 / Math.sqrt(dimension);
        first = normals(width, dimension, deviation, random);
        firstBias = normals(1, width, 1, random)[0];
        second = normals(width, dimension, deviation, random);
        secondBias = normals(1, width, 1, random)[0];
        inputs = new int[width][FAN_IN];
        hidden = new double[width][FAN_IN];
        output = new double[width];
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < FAN_IN; k++) {
                inputs[i][k] = random.nextInt(width);
                hidden[i][k] = 0.5 * Math.abs(random.nextGaussian());
            }
            output[i] = random.nextDouble(0.5, 1.5) / Math.sqrt(width);
        }
    }

    /** φ(x). */
    double value(double[] x) {
        double[] z = firstLayer(x);
        double value = 0;
        for (double entry : x) {
            value += 0.5 * STRENGTH * entry * entry;
        }
        for (int i = 0; i < output.length; i++) {
            value += output[i] * softplus(preactivation(i, x, z));
        }
        return value;
    }

    /** ∇φ(x) into {@code gradient}, which may not be {@code x}. */
    void gradient(double[] x, double[] gradient) {
        double[] z = firstLayer(x);
        double[] slope = new double[first.length];
        for (int j = 0; j < x.length; j++) {
            gradient[j] = STRENGTH * x[j];
        }
        for (int i = 0; i < output.length; i++) {
            double delta = output[i] * sigmoid(preactivation(i, x, z));
            add(delta, second[i], gradient);
            for (int k = 0; k < FAN_IN; k++) {
                slope[inputs[i][k]] += delta * hidden[i][k];
            }
        }
        for (int i = 0; i < first.length; i++) {
            // σ' from σ itself: 1 − e^{−βσ} is the sigmoid of βt.
            add(slope[i] * -Math.expm1(-SHARPNESS * z[i]), first[i], gradient);
        }
    }

    private double[] firstLayer(double[] x) {
        double[] z = new double[first.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = softplus(firstBias[i] + dot(first[i], x));
        }
        return z;
    }

    private double preactivation(int unit, double[] x, double[] z) {
        double sum = secondBias[unit] + dot(second[unit], x);
        for (int k = 0; k < FAN_IN; k++) {
            sum += hidden[unit][k] * z[inputs[unit][k]];
        }
        return sum;
    }

    private static double softplus(double t) {
        double scaled = SHARPNESS * t;
        return (Math.max(scaled, 0) + Math.log1p(Math.exp(-Math.abs(scaled)))) / SHARPNESS;
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-SHARPNESS * t));
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static void add(double factor, double[] values, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static double[][] normals(int rows, int columns, double deviation, RandomGenerator random) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            Arrays.setAll(row, _ -> deviation * random.nextGaussian());
        }
        return drawn;
    }
}

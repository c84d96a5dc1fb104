package io.brenier.transport.measure.named;

import io.brenier.transport.tensor.Points;
import java.util.random.RandomGenerator;

/**
 * A source and a target whose Brenier map is known: α a random Gaussian mixture, β = T#α with T = ∇ψ, ψ(x) = κ (φ(x) − ⟨m, x⟩), φ a random
 * strongly convex network. By Brenier's theorem T is the optimal map. Both measures have mean 0 and coordinate variances of mean 1: α
 * exactly, β up to the error of the 4,096 samples that m and κ are estimated from. The construction follows the continuous benchmark of
 * Korotin et al. (2021), with networks of its own.
 */
public final class BrenierPair {

    private static final int SAMPLES = 4_096;

    private final MixtureMeasure source;
    private final RandomConvexNetwork network;
    private final double[] mean;
    private final double scale;

    private BrenierPair(MixtureMeasure source, RandomConvexNetwork network, double[] mean, double scale) {
        this.source = source;
        this.network = network;
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * @param dimension d
     * @param components of the source's mixture
     * @param seed the same seed gives the same pair
     */
    public static BrenierPair of(int dimension, int components, long seed) {
        RandomGenerator seeds = Measure.generator(seed);
        MixtureMeasure source = MixtureMeasure.random(dimension, components, seeds.nextLong());
        RandomConvexNetwork network = new RandomConvexNetwork(dimension, Measure.generator(seeds.nextLong()));
        RandomGenerator random = Measure.generator(seeds.nextLong());
        double[] x = new double[dimension];
        double[] y = new double[dimension];
        double[] mean = new double[dimension];
        double squares = 0;
        for (int row = 0; row < SAMPLES; row++) {
            source.draw(random, x);
            network.gradient(x, y);
            for (int i = 0; i < dimension; i++) {
                mean[i] += y[i] / SAMPLES;
                squares += y[i] * y[i] / SAMPLES;
            }
        }
        double variance = squares;
        for (double entry : mean) {
            variance -= entry * entry;
        }
        return new BrenierPair(source, network, mean, Math.sqrt(dimension / variance));
    }

    public int dimension() {
        return mean.length;
    }

    /** α. */
    public Measure source() {
        return source;
    }

    /** β: its sample of a seed is the image, row by row, of α's sample of the same seed. */
    public Measure target() {
        return new Image();
    }

    /** ψ(x). */
    public double potential(double[] x) {
        double value = network.value(x);
        for (int i = 0; i < x.length; i++) {
            value -= mean[i] * x[i];
        }
        return scale * value;
    }

    /** T(x) = ∇ψ(x) into {@code image}, which may not be {@code x}. */
    public void map(double[] x, double[] image) {
        network.gradient(x, image);
        for (int i = 0; i < image.length; i++) {
            image[i] = scale * (image[i] - mean[i]);
        }
    }

    /** T for every row: [n, d] → [n, d]. */
    public Points map(Points x) {
        int d = dimension();
        if (x.dimension() != d) {
            throw new IllegalArgumentException(
                    "points of dimension %d do not fit a map of dimension %d".formatted(x.dimension(), d));
        }
        float[] from = x.values();
        float[] to = new float[from.length];
        double[] row = new double[d];
        double[] image = new double[d];
        for (int offset = 0; offset < from.length; offset += d) {
            for (int i = 0; i < d; i++) {
                row[i] = from[offset + i];
            }
            map(row, image);
            for (int i = 0; i < d; i++) {
                to[offset + i] = (float) image[i];
            }
        }
        return Points.of(to, x.rows(), d);
    }

    private final class Image implements Measure {

        @Override
        public int dimension() {
            return mean.length;
        }

        @Override
        public void draw(RandomGenerator random, double[] row) {
            double[] x = new double[row.length];
            source.draw(random, x);
            map(x, row);
        }
    }
}

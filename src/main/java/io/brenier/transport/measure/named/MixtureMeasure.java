package io.brenier.transport.measure.named;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Σₖ wₖ N(mₖ, Σₖ): a component is chosen with probability wₖ, then drawn from. */
public final class MixtureMeasure implements DensityMeasure {

    private final List<GaussianMeasure> components;
    private final double[] weights;

    /**
     * @param weights one for each component, at least 0, not all 0; normalised here
     * @param components all of one dimension
     */
    public MixtureMeasure(double[] weights, List<GaussianMeasure> components) {
        if (components.isEmpty() || weights.length != components.size()) {
            throw new IllegalArgumentException(
                    "%d weights and %d components do not go together".formatted(weights.length, components.size()));
        }
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0) || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be at least 0, and one of them above");
        }
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.components = List.copyOf(components);
    }

    /**
     * A mixture chosen at random: mₖ of N(0, I), and Σₖ = AₖAₖᵀ, the entries of Aₖ of N(0, sₖ²/d), sₖ of U[0.3, 0.7]; then shifted and scaled
     * to mean 0 and coordinate variances of mean 1. All weights are equal.
     *
     * @param seed the same seed gives the same mixture
     */
    public static MixtureMeasure random(int dimension, int components, long seed) {
        RandomGenerator random = Measure.generator(seed);
        List<GaussianMeasure> drawn = IntStream.range(0, components)
                .mapToObj(_ -> randomComponent(dimension, random))
                .toList();
        double[] equal = new double[components];
        Arrays.fill(equal, 1);
        MixtureMeasure raw = new MixtureMeasure(equal, drawn);
        double[] mean = raw.mean();
        double scale = 1 / Math.sqrt(raw.trace() / dimension);
        return new MixtureMeasure(
                equal,
                drawn.stream().map(component -> component.scaled(mean, scale)).toList());
    }

    private static GaussianMeasure randomComponent(int dimension, RandomGenerator random) {
        double[] centre = normals(dimension, 1, random);
        double deviation = random.nextDouble(0.3, 0.7) / Math.sqrt(dimension);
        double[][] map = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            map[i] = normals(dimension, deviation, random);
        }
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                for (int k = 0; k < dimension; k++) {
                    covariance[i][j] += map[i][k] * map[j][k];
                }
            }
        }
        return GaussianMeasure.of(centre, covariance).orElseGet(() -> randomComponent(dimension, random));
    }

    private static double[] normals(int count, double deviation, RandomGenerator random) {
        return DoubleStream.generate(() -> deviation * random.nextGaussian())
                .limit(count)
                .toArray();
    }

    @Override
    public int dimension() {
        return components.getFirst().dimension();
    }

    /** Σₖ wₖ mₖ. */
    public double[] mean() {
        double[] mean = new double[dimension()];
        for (int k = 0; k < weights.length; k++) {
            double[] centre = components.get(k).mean();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[k] * centre[i];
            }
        }
        return mean;
    }

    /** The sum of the coordinates' variances: Σₖ wₖ (tr Σₖ + |mₖ − m|²). */
    public double trace() {
        double[] mean = mean();
        double trace = 0;
        for (int k = 0; k < weights.length; k++) {
            double[] centre = components.get(k).mean();
            double distance = 0;
            for (int i = 0; i < mean.length; i++) {
                distance += (centre[i] - mean[i]) * (centre[i] - mean[i]);
            }
            trace += weights[k] * (components.get(k).trace() + distance);
        }
        return trace;
    }

    /** Added up relative to the largest term, so that far points do not underflow. */
    @Override
    public double logDensity(double[] x) {
        double[] terms = new double[weights.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            terms[k] = Math.log(weights[k]) + components.get(k).logDensity(x);
            largest = Math.max(largest, terms[k]);
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public void draw(RandomGenerator random, double[] row) {
        double left = random.nextDouble();
        int chosen = 0;
        while (chosen < weights.length - 1 && left >= weights[chosen]) {
            left -= weights[chosen];
            chosen++;
        }
        components.get(chosen).draw(random, row);
    }
}

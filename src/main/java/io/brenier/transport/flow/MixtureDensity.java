package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Σₖ wₖ N(mₖ, Σₖ); its logarithm is added up relative to the largest term, so that far points do not underflow. */
public final class MixtureDensity implements BaseDensity {

    private final double[] weights;
    private final List<GaussianDensity> components;

    /**
     * @param weights one a component, positive and finite; normalised here
     * @param components all of one dimension
     */
    public MixtureDensity(double[] weights, List<GaussianDensity> components) {
        if (components.isEmpty() || weights.length != components.size()) {
            throw new IllegalArgumentException(
                    "%d weights and %d components do not go together".formatted(weights.length, components.size()));
        }
        if (components.stream().mapToInt(GaussianDensity::dimension).distinct().count() > 1) {
            throw new IllegalArgumentException("the components differ in dimension");
        }
        double sum = Arrays.stream(weights).sum();
        if (Arrays.stream(weights).anyMatch(weight -> !(weight > 0)) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("weights must be positive and finite");
        }
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.components = List.copyOf(components);
    }

    @Override
    public int dimension() {
        return components.getFirst().dimension();
    }

    @Override
    public double[] logDensities(Points x) {
        double[][] terms = new double[weights.length][];
        for (int k = 0; k < weights.length; k++) {
            terms[k] = components.get(k).logDensities(x);
        }
        double[] logs = new double[x.rows()];
        for (int row = 0; row < logs.length; row++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double[] term : terms) {
                largest = Math.max(largest, term[row]);
            }
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * Math.exp(terms[k][row] - largest);
            }
            logs[row] = largest + Math.log(sum);
        }
        return logs;
    }

    @Override
    public Points sample(int rows, long seed) {
        int d = dimension();
        RandomGenerator random = Sampler.generator(seed);
        float[] values = new float[Math.multiplyExact(rows, d)];
        double[] white = new double[d];
        for (int offset = 0; offset < values.length; offset += d) {
            components.get(choose(random)).draw(random, white, values, offset);
        }
        return Points.of(values, rows, d);
    }

    private int choose(RandomGenerator random) {
        double left = random.nextDouble();
        int chosen = 0;
        while (chosen < weights.length - 1 && left >= weights[chosen]) {
            left -= weights[chosen];
            chosen++;
        }
        return chosen;
    }
}

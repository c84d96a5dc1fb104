package io.brenier.transport.entropic.mixture;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.List;

/** A Gaussian mixture Σₖ wₖ N(mₖ, Σₖ) with positive definite covariances. Immutable. */
public final class MixtureModel {

    private final double[] weights;
    private final List<Moments> components;
    private final List<Cholesky> densities;

    /** The weights are not copied; nobody writes to them afterwards. */
    public MixtureModel(double[] weights, List<Moments> components) {
        if (weights.length == 0 || weights.length != components.size()) {
            throw new IllegalArgumentException(
                    "%d weights and %d components do not go together".formatted(weights.length, components.size()));
        }
        this.weights = weights;
        this.components = List.copyOf(components);
        this.densities = components.stream().map(Cholesky::new).toList();
    }

    public int size() {
        return weights.length;
    }

    public double[] weights() {
        return weights;
    }

    public List<Moments> components() {
        return components;
    }

    /**
     * rₖ(xᵢ) = wₖ N(xᵢ; mₖ, Σₖ) / Σₗ wₗ N(xᵢ; mₗ, Σₗ), into [n][k]; far from every component they are the nearest one's.
     *
     * @return the mean log-likelihood
     */
    double responsibilities(Points points, double[][] shares) {
        double[] scratch = new double[points.dimension()];
        double total = 0;
        for (int row = 0; row < points.rows(); row++) {
            total += shares(points.values(), row * points.dimension(), shares[row], scratch);
        }
        return total / points.rows();
    }

    /** The shares of one point, and its log-likelihood. */
    double shares(float[] points, int offset, double[] shares, double[] scratch) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.log(weights[k]) + densities.get(k).logDensity(points, offset, scratch);
            largest = Math.max(largest, shares[k]);
        }
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.exp(shares[k] - largest);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return largest + Math.log(sum);
    }
}

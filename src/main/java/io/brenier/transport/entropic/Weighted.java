package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * Points with weights.
 *
 * @param points [n, d]
 * @param weights [n], positive, of sum 1
 */
public record Weighted(Points points, double[] weights) {

    public Weighted {
        if (weights.length != points.rows()) {
            throw new IllegalArgumentException(
                    "%d weights are given for %d points".formatted(weights.length, points.rows()));
        }
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("a weight is %s; every weight must be positive".formatted(weight));
            }
        }
    }

    public static Weighted uniform(Points points) {
        double[] weights = new double[points.rows()];
        Arrays.fill(weights, 1.0 / Math.max(weights.length, 1));
        return new Weighted(points, weights);
    }

    /** The weights over those of uniform ones: 1 on average. */
    double[] relative() {
        double[] relative = new double[weights.length];
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < relative.length; i++) {
            relative[i] = weights[i] / sum * weights.length;
        }
        return relative;
    }

    /** The points at the given places, with their weights' shares. */
    Weighted select(int[] places) {
        double[] chosen = new double[places.length];
        double sum = 0;
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = weights[places[i]];
            sum += chosen[i];
        }
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] /= sum;
        }
        return new Weighted(points.select(places), chosen);
    }
}

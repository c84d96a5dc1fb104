package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/**
 * W2², the least E|x − y|² of any coupling, estimated from samples, without the factor ½ that many papers put before it.
 *
 * @param squared W2²; by the dual it may fall below 0 by chance where the measures are close
 * @param standardError of it, from the spread of the summands over independent samples; the map's own error is not in it
 */
public record W2Estimate(double squared, double standardError) {

    /**
     * E_α(|x|² − 2 f(x)) + E_β(|y|² − 2 f*(y)): the dual value, a lower bound up to sampling if f* is exact.
     *
     * @param source x, [n, d], with f(x), [n]
     * @param target y, [m, d], with f*(y), [m]
     * @throws IllegalArgumentException if the shapes differ or a set has fewer than two rows
     */
    public static W2Estimate byDual(Points source, float[] potentials, Points target, float[] conjugates) {
        if (source.dimension() != target.dimension()) {
            throw new IllegalArgumentException("%s and %s differ in dimension".formatted(source, target));
        }
        W2Estimate left = mean(side(source, potentials));
        W2Estimate right = mean(side(target, conjugates));
        return new W2Estimate(left.squared + right.squared, Math.hypot(left.standardError, right.standardError));
    }

    /**
     * E|x − T(x)|²: an upper bound, up to sampling, if T pushes the source to the target exactly.
     *
     * @param points x, [n, d]
     * @param images T(x), [n, d]
     * @throws IllegalArgumentException if the shapes differ or there are fewer than two rows
     */
    public static W2Estimate byMap(Points points, Points images) {
        PairedRows.requireSameShape(points, images);
        int d = points.dimension();
        double[] terms = new double[points.rows()];
        for (int i = 0; i < points.values().length; i++) {
            double difference = (double) points.values()[i] - images.values()[i];
            terms[i / d] += difference * difference;
        }
        return mean(terms);
    }

    /** |x|² − 2 f(x) for every row. */
    private static double[] side(Points points, float[] potentials) {
        if (potentials.length != points.rows()) {
            throw new IllegalArgumentException("%d values for %s".formatted(potentials.length, points));
        }
        int d = points.dimension();
        double[] terms = new double[points.rows()];
        for (int i = 0; i < points.values().length; i++) {
            terms[i / d] += (double) points.values()[i] * points.values()[i];
        }
        for (int row = 0; row < terms.length; row++) {
            terms[row] -= 2.0 * potentials[row];
        }
        return terms;
    }

    private static W2Estimate mean(double[] terms) {
        if (terms.length < 2) {
            throw new IllegalArgumentException(
                    "%d point(s) have no standard error; at least 2 are needed".formatted(terms.length));
        }
        double mean = 0;
        for (double term : terms) {
            mean += term / terms.length;
        }
        double squares = 0;
        for (double term : terms) {
            squares += (term - mean) * (term - mean);
        }
        return new W2Estimate(mean, Math.sqrt(squares / (terms.length - 1) / terms.length));
    }
}

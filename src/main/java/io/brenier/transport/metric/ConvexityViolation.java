package io.brenier.transport.metric;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** How often, and by how much, a potential that is meant to be convex is not. */
public final class ConvexityViolation {

    /** What float arithmetic leaves of an equality, relative to the values. */
    private static final double ROUNDING = 1e-5;

    /**
     * What was found.
     *
     * @param rate the share of the segments on which f lies above its chord
     * @param size E max(f(z) − t f(x) − (1 − t) f(x′), 0) over all segments, in the units of f
     */
    public record Result(double rate, double size) {}

    private ConvexityViolation() {}

    /**
     * On segments between random pairs of the points, at z = t x + (1 − t) x′ with t uniform on [0, 1]. Violations within rounding,
     * 10⁻⁵ of the values, do not count. NaN where f is not finite.
     *
     * @param f the potential
     * @param points where it matters, [n, d]; at least two
     * @param segments how many
     * @param seed of the draws
     * @throws IllegalArgumentException for fewer than two points or no segment
     */
    public static Result onSegments(Potential f, Points points, int segments, long seed) {
        if (points.rows() < 2 || segments < 1) {
            throw new IllegalArgumentException("%s have no %d segments between them".formatted(points, segments));
        }
        float[] values = f.values(points);
        SplittableRandom random = new SplittableRandom(seed);
        double[] chords = new double[segments];
        double[] roundings = new double[segments];
        Points between = Points.zeros(segments, points.dimension());
        for (int s = 0; s < segments; s++) {
            int first = random.nextInt(points.rows());
            int second = (first + 1 + random.nextInt(points.rows() - 1)) % points.rows();
            double t = random.nextDouble();
            for (int k = 0; k < points.dimension(); k++) {
                between.values()[s * points.dimension() + k] =
                        (float) (t * points.at(first, k) + (1 - t) * points.at(second, k));
            }
            chords[s] = t * values[first] + (1 - t) * values[second];
            roundings[s] = ROUNDING * (Math.abs(values[first]) + Math.abs(values[second]));
        }
        return compare(f.values(between), chords, roundings);
    }

    private static Result compare(float[] values, double[] chords, double[] roundings) {
        int violations = 0;
        double sum = 0;
        for (int s = 0; s < chords.length; s++) {
            double excess = values[s] - chords[s];
            if (!Double.isFinite(excess)) {
                return new Result(Double.NaN, Double.NaN);
            }
            if (excess > roundings[s]) {
                violations++;
                sum += excess;
            }
        }
        return new Result((double) violations / chords.length, sum / chords.length);
    }
}

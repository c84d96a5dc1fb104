package io.brenier.transport.metric.discrepancy;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * The squared sliced Wasserstein distance: the mean, over directions θ, of W2² between the samples' projections ⟨θ, x⟩ (Rabin et al.
 * 2011; Bonneel et al. 2015), cost |x − y|² without ½. A shift by s makes it |s|²/d, exactly where the directions are whole bases. The projections' W2² is exact, by sorting.
 */
public final class SlicedW2 implements Discrepancy {

    private static final int DIRECTIONS = 64;

    private final int dimension;
    private final double[][] directions;
    private final double[][] knownProjections;

    private SlicedW2(Points known, double[][] directions) {
        this.dimension = known.dimension();
        this.directions = directions;
        this.knownProjections = new double[directions.length][];
        for (int i = 0; i < directions.length; i++) {
            knownProjections[i] = sortedProjections(known, directions[i]);
        }
    }

    /** The distance from this sample, [m, d], by 64 directions from the seed, or as many more as make whole bases. */
    public static SlicedW2 to(Points known, long seed) {
        return to(known, DIRECTIONS, seed);
    }

    /** As above, by another number of directions. */
    public static SlicedW2 to(Points known, int directions, long seed) {
        return new SlicedW2(known, Directions.orthonormal(known.dimension(), directions, seed));
    }

    @Override
    public double of(Points sample) {
        if (sample.dimension() != dimension) {
            throw new IllegalArgumentException(
                    "%s is compared with points of dimension %d".formatted(sample, dimension));
        }
        if (sample.rows() == 0 || knownProjections[0].length == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < directions.length; i++) {
            sum += SortedSamples.w2Squared(sortedProjections(sample, directions[i]), knownProjections[i]);
        }
        return sum / directions.length;
    }

    private static double[] sortedProjections(Points points, double[] direction) {
        double[] projections = new double[points.rows()];
        float[] values = points.values();
        int d = direction.length;
        for (int i = 0; i < projections.length; i++) {
            double product = 0;
            for (int k = 0; k < d; k++) {
                product += direction[k] * values[i * d + k];
            }
            projections[i] = product;
        }
        Arrays.sort(projections);
        return projections;
    }
}

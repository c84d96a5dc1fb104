package io.brenier.transport.entropic;

/** The step of Sinkhorn's algorithm in the log domain: h ↦ −ε log (Σⱼ exp((hⱼ − c(xᵢ, yⱼ)) / ε) / m), for every i, with c = ½|x − y|². */
final class Softmin {

    private static final double LEAST_TRUSTED = 1e-200;
    private static final double MOST_TRUSTED = 1e200;

    private final SquaredDistances costs;
    private final double[] shifted;
    private final double[] row;
    private final Exponentials exponentials;

    Softmin(SquaredDistances costs, int columns) {
        this.costs = costs;
        this.shifted = new double[columns];
        this.row = new double[columns];
        this.exponentials = new Exponentials(columns);
    }

    /**
     * The new potential.
     *
     * @param other h, [m]
     * @param guess a potential near the answer, [n]; it only keeps the exponentials in range
     */
    double[] apply(double[] other, double[] guess, double epsilon) {
        double logColumns = Math.log(row.length);
        for (int j = 0; j < row.length; j++) {
            shifted[j] = other[j] / epsilon - logColumns;
        }
        double[] result = new double[costs.rows()];
        for (int i = 0; i < result.length; i++) {
            costs.fill(i, row);
            toExponents(guess[i] / epsilon, 0.5 / epsilon);
            double largest = 0;
            double sum = exponentials.sum(row, 0);
            if (!(sum > LEAST_TRUSTED && sum < MOST_TRUSTED)) {
                largest = largest(row);
                sum = exponentials.sum(row, largest);
            }
            result[i] = guess[i] - epsilon * (largest + Math.log(sum));
        }
        return result;
    }

    private void toExponents(double shift, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] = shifted[j] + shift - row[j] * factor;
        }
    }

    private static double largest(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}

package io.brenier.samples;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean and variance of each column in one pass, in 64 bits: with δ = x − mean, mean ← mean + δ/k and S ← S + δ (x − mean) (Welford 1962);
 * the variance is S/n.
 */
final class Moments {

    private static final int MOST_NAMED = 10;

    private long count;
    private double[] mean = new double[0];
    private double[] squares = new double[0];
    private float[] least = new float[0];
    private float[] greatest = new float[0];

    void add(float[] row, int dimension) {
        if (count == 0) {
            mean = new double[dimension];
            squares = new double[dimension];
            least = Arrays.copyOf(row, dimension);
            greatest = Arrays.copyOf(row, dimension);
        }
        count++;
        for (int i = 0; i < dimension; i++) {
            double delta = row[i] - mean[i];
            mean[i] += delta / count;
            squares[i] += delta * (row[i] - mean[i]);
            least[i] = Math.min(least[i], row[i]);
            greatest[i] = Math.max(greatest[i], row[i]);
        }
    }

    long count() {
        return count;
    }

    int dimension() {
        return mean.length;
    }

    List<Double> mean() {
        return Arrays.stream(mean).boxed().toList();
    }

    List<Double> variance() {
        return Arrays.stream(squares).map(sum -> sum / count).boxed().toList();
    }

    /** Refuses samples that no map can be learned from: fewer than two, or with columns that never vary. */
    void requireSpread() {
        if (count < 2) {
            throw ProblemException.of(
                    ProblemCode.TOO_FEW_POINTS, "There is only one point; a sample set needs at least two.");
        }
        int[] constant = IntStream.range(0, dimension())
                .filter(i -> least[i] == greatest[i])
                .toArray();
        if (constant.length > 0) {
            String named = Arrays.stream(constant)
                    .limit(MOST_NAMED)
                    .mapToObj(column -> column + " (always " + least[column] + ")")
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            throw ProblemException.of(
                    ProblemCode.CONSTANT_COLUMN,
                    "%d column(s), counted from 0, never vary: %s%s. Leave them out; a map cannot be learned along them."
                            .formatted(constant.length, named, constant.length > MOST_NAMED ? ", …" : ""));
        }
    }
}

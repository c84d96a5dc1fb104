package io.brenier.samples.measure;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers, vectors and matrices among a measure's parameters, checked one by one. */
final class Numbers {

    /** Beyond it, floats have too few digits left for a sample's spread. */
    static final double MOST = 1_000_000;

    private Numbers() {}

    static double atLeastZero(@Nullable Double given, double fallback, String pointer) {
        return inRange(given, fallback, given == null || given >= 0, "0 to 1000000", pointer);
    }

    static double positive(@Nullable Double given, double fallback, String pointer) {
        return inRange(given, fallback, given == null || given > 0, "above 0, up to 1000000", pointer);
    }

    static int integer(@Nullable Integer given, int fallback, int most, String pointer) {
        int value = Objects.requireNonNullElse(given, fallback);
        if (value < 1 || value > most) {
            throw invalid(pointer, "%d is given; allowed is 1 to %d.".formatted(value, most));
        }
        return value;
    }

    /**
     * @param dimension entries that are needed; 0: any number of them
     */
    static double[] vector(List<Double> given, int dimension, String pointer) {
        if (given.isEmpty() || dimension > 0 && given.size() != dimension) {
            throw invalid(
                    pointer,
                    "%d numbers are given; needed are %s."
                            .formatted(given.size(), dimension == 0 ? "one or more" : dimension));
        }
        double[] values = new double[given.size()];
        for (int i = 0; i < values.length; i++) {
            Double entry = given.get(i);
            if (entry == null || !(Math.abs(entry) <= MOST)) {
                throw invalid(pointer + "/" + i, "%s is given; allowed is −1000000 to 1000000.".formatted(entry));
            }
            values[i] = entry;
        }
        return values;
    }

    static double[] positives(List<Double> given, int dimension, String pointer) {
        double[] values = vector(given, dimension, pointer);
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0)) {
                throw invalid(pointer + "/" + i, "%s is given; a number above 0 is needed.".formatted(values[i]));
            }
        }
        return values;
    }

    /** A square, symmetric matrix. */
    static double[][] symmetric(List<List<Double>> given, int dimension, String pointer) {
        if (given.size() != dimension) {
            throw invalid(
                    pointer,
                    "%d rows are given; a covariance in R^%d has %d.".formatted(given.size(), dimension, dimension));
        }
        double[][] rows = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            rows[i] = vector(row(given.get(i), pointer + "/" + i), dimension, pointer + "/" + i);
            for (int j = 0; j < i; j++) {
                if (Math.abs(rows[i][j] - rows[j][i]) > 1e-9 * (Math.abs(rows[i][j]) + Math.abs(rows[j][i]))) {
                    throw invalid(
                            pointer + "/" + i + "/" + j,
                            "%s stands here and %s across the diagonal; a covariance is symmetric."
                                    .formatted(rows[i][j], rows[j][i]));
                }
            }
        }
        return rows;
    }

    /** A list among lists, where JSON may have a null. */
    static <T> List<T> row(@Nullable List<T> given, String pointer) {
        if (given == null) {
            throw invalid(pointer, "null is given; an array is needed.");
        }
        return given;
    }

    static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(
                pointer, ProblemCode.INVALID_SPEC, pointer.substring(pointer.indexOf('/') + 1) + ": " + detail);
    }

    private static double inRange(
            @Nullable Double given, double fallback, boolean holds, String allowed, String pointer) {
        if (!holds || given != null && !(given <= MOST)) {
            throw invalid(pointer, "%s is given; allowed is %s.".formatted(given, allowed));
        }
        return given == null ? fallback : given;
    }
}

package io.brenier.evaluation.flow;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.measure.named.MixtureMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gaussians and mixtures of them from a client's numbers, checked. */
final class GaussianBases {

    private static final int MOST_COMPONENTS = 1_000;
    private static final double SYMMETRY = 1e-6;

    private GaussianBases() {}

    static GaussianMeasure gaussian(BaseJson asked, int dimension) {
        long spreads = Stream.of(asked.covariance() != null, asked.deviations() != null, asked.scale() != null)
                .filter(Boolean::booleanValue)
                .count();
        if (spreads > 1) {
            throw invalid("/base", "covariance, deviations and scale say the same thing; give at most one of them");
        }
        double[] mean = asked.mean() == null ? new double[dimension] : vector(asked.mean(), dimension, "/base/mean");
        if (asked.covariance() != null) {
            return withCovariance(mean, asked.covariance(), "/base/covariance");
        }
        if (asked.deviations() != null) {
            double[] deviations = vector(asked.deviations(), dimension, "/base/deviations");
            for (int i = 0; i < dimension; i++) {
                requirePositive(deviations[i], "/base/deviations/" + i);
            }
            return GaussianMeasure.diagonal(mean, deviations);
        }
        return GaussianMeasure.diagonal(mean, scales(asked.scale(), dimension));
    }

    static MixtureMeasure mixture(BaseJson asked, int dimension) {
        List<List<Double>> means = asked.means();
        if (means == null || means.isEmpty() || means.size() > MOST_COMPONENTS) {
            throw invalid("/base/means", "1 to %d means are needed, one a component".formatted(MOST_COMPONENTS));
        }
        if (asked.covariances() != null && asked.scale() != null) {
            throw invalid("/base", "covariances and scale say the same thing; give at most one of them");
        }
        requireAsMany(asked.covariances(), means.size(), "/base/covariances");
        requireAsMany(asked.weights(), means.size(), "/base/weights");
        List<GaussianMeasure> components = new ArrayList<>();
        for (int k = 0; k < means.size(); k++) {
            double[] mean = vector(means.get(k), dimension, "/base/means/" + k);
            components.add(
                    asked.covariances() == null
                            ? GaussianMeasure.diagonal(mean, scales(asked.scale(), dimension))
                            : withCovariance(mean, asked.covariances().get(k), "/base/covariances/" + k));
        }
        double[] weights = new double[means.size()];
        Arrays.fill(weights, 1);
        if (asked.weights() != null) {
            weights = vector(asked.weights(), means.size(), "/base/weights");
            for (int k = 0; k < weights.length; k++) {
                requirePositive(weights[k], "/base/weights/" + k);
            }
        }
        return new MixtureMeasure(weights, components);
    }

    private static GaussianMeasure withCovariance(double[] mean, @Nullable List<List<Double>> given, String pointer) {
        int d = mean.length;
        if (given == null || given.size() != d) {
            throw invalid(pointer, "%d rows of %d numbers are needed".formatted(d, d));
        }
        double[][] covariance = new double[d][];
        for (int i = 0; i < d; i++) {
            covariance[i] = vector(given.get(i), d, pointer + "/" + i);
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double size = Math.abs(covariance[i][j]) + Math.abs(covariance[j][i]);
                if (Math.abs(covariance[i][j] - covariance[j][i]) > SYMMETRY * size) {
                    throw invalid(
                            pointer,
                            "the matrix is not symmetric: %s in row %d and %s in row %d"
                                    .formatted(covariance[i][j], i, covariance[j][i], j));
                }
            }
        }
        return GaussianMeasure.of(mean, covariance)
                .orElseThrow(() -> invalid(pointer, "the matrix is not positive definite"));
    }

    private static double[] scales(@Nullable Double scale, int dimension) {
        double[] scales = new double[dimension];
        Arrays.fill(scales, scale == null ? 1 : requirePositive(scale, "/base/scale"));
        return scales;
    }

    private static double[] vector(@Nullable List<Double> given, int length, String pointer) {
        if (given == null || given.size() != length) {
            throw invalid(
                    pointer, "%d numbers are given; %d are needed".formatted(given == null ? 0 : given.size(), length));
        }
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            Object value = given.get(i);
            if (!(value instanceof Double number) || !Float.isFinite(number.floatValue())) {
                throw invalid(pointer + "/" + i, "%s is no number that a float holds".formatted(value));
            }
            vector[i] = number;
        }
        return vector;
    }

    private static double requirePositive(double value, String pointer) {
        if (!(value > 0) || !Float.isFinite((float) value)) {
            throw invalid(pointer, "%s is given; a positive number is needed".formatted(value));
        }
        return value;
    }

    private static void requireAsMany(@Nullable List<?> given, int components, String pointer) {
        if (given != null && given.size() != components) {
            throw invalid(pointer, "%d are given for %d means; each has its own".formatted(given.size(), components));
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_SPEC, detail);
    }
}

package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.transport.measure.named.GaussianMeasure;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** N(m, Σ). */
final class GaussianMapper implements MeasureMapper {

    @Override
    public String type() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "N(mean, covariance), or with deviations or scale squared on the diagonal.";
    }

    @Override
    public Set<String> members() {
        return Set.of("dimension", "mean", "covariance", "deviations", "scale");
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        requireOneSpread(asked, pointer);
        int dimension = Dimensions.of(asked.dimension(), pointer, asked.mean(), asked.covariance(), asked.deviations());
        double[] mean = asked.mean() == null
                ? new double[dimension]
                : Numbers.vector(asked.mean(), dimension, pointer + "/mean");
        Filled filled = Filled.ofType(type())
                .with("dimension", dimension)
                .with("mean", asked.mean())
                .with("covariance", asked.covariance())
                .with("deviations", asked.deviations());
        if (asked.covariance() != null) {
            String place = pointer + "/covariance";
            double[][] covariance = Numbers.symmetric(asked.covariance(), dimension, place);
            return Parameters.of(
                    filled,
                    dimension,
                    GaussianMeasure.of(mean, covariance)
                            .orElseThrow(() -> Numbers.invalid(place, "the matrix is not positive definite.")));
        }
        if (asked.deviations() != null) {
            double[] deviations = Numbers.positives(asked.deviations(), dimension, pointer + "/deviations");
            return Parameters.of(filled, dimension, GaussianMeasure.diagonal(mean, deviations));
        }
        double scale = Numbers.positive(asked.scale(), 1, pointer + "/scale");
        double[] deviations = new double[dimension];
        Arrays.fill(deviations, scale);
        return Parameters.of(filled.with("scale", scale), dimension, GaussianMeasure.diagonal(mean, deviations));
    }

    private static void requireOneSpread(MeasureJson asked, String pointer) {
        long given = Stream.of(asked.covariance() != null, asked.deviations() != null, asked.scale() != null)
                .filter(Boolean::booleanValue)
                .count();
        if (given > 1) {
            throw Numbers.invalid(
                    pointer, "covariance, deviations and scale say the same thing; give at most one of them.");
        }
    }
}

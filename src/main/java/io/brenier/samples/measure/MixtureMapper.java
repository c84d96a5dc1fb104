package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.measure.named.MixtureMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Σₖ wₖ N(mₖ, Σₖ). */
final class MixtureMapper implements MeasureMapper {

    @Override
    public String type() {
        return "gaussian_mixture";
    }

    @Override
    public String description() {
        return "Gaussians with the given means, covariances (or scale) and weights.";
    }

    @Override
    public Set<String> members() {
        return Set.of("means", "covariances", "scale", "weights");
    }

    @Override
    public Filled example() {
        return MeasureMapper.super
                .example()
                .with("means", List.of(List.of(-2.0, 0.0), List.of(2.0, 1.0)))
                .with("weights", List.of(0.25, 0.75))
                .with("scale", 0.5);
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        if (asked.means() == null || asked.means().isEmpty()) {
            throw Numbers.invalid(pointer + "/means", "the means of the components are missing, one a row.");
        }
        if (asked.covariances() != null && asked.scale() != null) {
            throw Numbers.invalid(pointer, "covariances and scale say the same thing; give at most one of them.");
        }
        List<List<Double>> means = asked.means();
        int dimension = Numbers.row(means.getFirst(), pointer + "/means/0").size();
        Filled filled = Filled.ofType(type()).with("means", means).with("weights", asked.weights());
        List<GaussianMeasure> components = new ArrayList<>();
        for (int k = 0; k < means.size(); k++) {
            String place = pointer + "/means/" + k;
            double[] mean = Numbers.vector(Numbers.row(means.get(k), place), dimension, place);
            components.add(component(asked, k, mean, pointer));
        }
        if (asked.covariances() == null) {
            filled.with("scale", scale(asked, pointer));
        } else {
            requireAsMany(asked.covariances(), means.size(), pointer + "/covariances");
            filled.with("covariances", asked.covariances());
        }
        return Parameters.of(filled, dimension, new MixtureMeasure(weights(asked, pointer), components));
    }

    private static GaussianMeasure component(MeasureJson asked, int k, double[] mean, String pointer) {
        if (asked.covariances() == null) {
            double[] deviations = new double[mean.length];
            Arrays.fill(deviations, scale(asked, pointer));
            return GaussianMeasure.diagonal(mean, deviations);
        }
        String place = pointer + "/covariances/" + k;
        requireAsMany(
                asked.covariances(), asked.means() == null ? 0 : asked.means().size(), pointer + "/covariances");
        double[][] covariance =
                Numbers.symmetric(Numbers.row(asked.covariances().get(k), place), mean.length, place);
        return GaussianMeasure.of(mean, covariance)
                .orElseThrow(() -> Numbers.invalid(place, "the matrix is not positive definite."));
    }

    private static double scale(MeasureJson asked, String pointer) {
        return Numbers.positive(asked.scale(), 1, pointer + "/scale");
    }

    private static double[] weights(MeasureJson asked, String pointer) {
        int components = asked.means() == null ? 0 : asked.means().size();
        if (asked.weights() == null) {
            double[] equal = new double[components];
            Arrays.fill(equal, 1);
            return equal;
        }
        return Numbers.positives(asked.weights(), components, pointer + "/weights");
    }

    private static void requireAsMany(List<?> given, int components, String pointer) {
        if (given.size() != components) {
            throw Numbers.invalid(
                    pointer, "%d are given for %d means; each has its own.".formatted(given.size(), components));
        }
    }
}

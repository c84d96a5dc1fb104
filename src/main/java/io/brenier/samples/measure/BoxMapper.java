package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.transport.measure.named.UniformBox;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Uniform on a box. */
final class BoxMapper implements MeasureMapper {

    @Override
    public String type() {
        return "uniform_box";
    }

    @Override
    public String description() {
        return "uniform between lower and upper.";
    }

    @Override
    public Set<String> members() {
        return Set.of("dimension", "lower", "upper");
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        int dimension = Dimensions.of(asked.dimension(), pointer, asked.lower(), asked.upper());
        double[] lower = bounds(asked.lower(), -1, dimension, pointer + "/lower");
        double[] upper = bounds(asked.upper(), 1, dimension, pointer + "/upper");
        for (int i = 0; i < dimension; i++) {
            if (!(lower[i] < upper[i])) {
                throw Numbers.invalid(
                        pointer + (asked.upper() == null ? "/lower/" : "/upper/") + i,
                        "the lower bound is %s and the upper one %s; it must be above.".formatted(lower[i], upper[i]));
            }
        }
        Filled filled = Filled.ofType(type())
                .with("dimension", dimension)
                .with("lower", asked.lower())
                .with("upper", asked.upper());
        return Parameters.of(filled, dimension, new UniformBox(lower, upper));
    }

    private static double[] bounds(@Nullable List<Double> given, double fallback, int dimension, String pointer) {
        if (given != null) {
            return Numbers.vector(given, dimension, pointer);
        }
        double[] bounds = new double[dimension];
        Arrays.fill(bounds, fallback);
        return bounds;
    }
}

package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.transport.measure.named.MixtureMeasure;
import java.util.Set;

/** A mixture that its own seed chooses. */
final class RandomMixtureMapper implements MeasureMapper {

    static final int MOST_DIMENSION = 512;
    static final int MOST_COMPONENTS = 100;
    static final int COMPONENTS = 3;

    @Override
    public String type() {
        return "random_mixture";
    }

    @Override
    public String description() {
        return "a random mixture of Gaussians with mean 0 and coordinate variances of mean 1.";
    }

    @Override
    public Set<String> members() {
        return Set.of("dimension", "components", "parameter_seed");
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        int dimension = Numbers.integer(asked.dimension(), 2, MOST_DIMENSION, pointer + "/dimension");
        int components = Numbers.integer(asked.components(), COMPONENTS, MOST_COMPONENTS, pointer + "/components");
        long seed = Given.or(asked.parameterSeed(), 0L);
        Filled filled = Filled.ofType(type())
                .with("dimension", dimension)
                .with("components", components)
                .with("parameter_seed", seed);
        return new Parameters(
                filled, dimension, Long.MAX_VALUE, () -> MixtureMeasure.random(dimension, components, seed));
    }
}

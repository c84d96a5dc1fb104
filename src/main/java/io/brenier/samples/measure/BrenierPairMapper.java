package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.transport.measure.named.BrenierPair;
import java.util.Set;

/** One side of a pair whose Brenier map is known. */
final class BrenierPairMapper implements MeasureMapper {

    /** A sample takes up to a tenth of a millisecond in 128 dimensions: half a minute. */
    private static final long MOST_NUMBERS = 32_000_000;

    private enum Side {
        SOURCE,
        TARGET
    }

    @Override
    public String type() {
        return "brenier_pair";
    }

    @Override
    public String description() {
        return "one side of a random pair: the source a random mixture, the target its image under the gradient of a random convex"
                + " network, which is the optimal map. With one seed the target's samples are the images of the source's.";
    }

    @Override
    public Set<String> members() {
        return Set.of("side", "dimension", "components", "parameter_seed");
    }

    @Override
    public Filled example() {
        return MeasureMapper.super.example().with("side", "target").with("dimension", 4);
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        if (asked.side() == null) {
            throw Numbers.invalid(pointer + "/side", "it is missing; allowed is: source, target.");
        }
        Side side = Words.choose(Side.class, asked.side(), Side.SOURCE, pointer + "/side");
        int dimension =
                Numbers.integer(asked.dimension(), 2, RandomMixtureMapper.MOST_DIMENSION, pointer + "/dimension");
        int components = Numbers.integer(
                asked.components(),
                RandomMixtureMapper.COMPONENTS,
                RandomMixtureMapper.MOST_COMPONENTS,
                pointer + "/components");
        long seed = Given.or(asked.parameterSeed(), 0L);
        Filled filled = Filled.ofType(type())
                .with("side", Words.wireName(side))
                .with("dimension", dimension)
                .with("components", components)
                .with("parameter_seed", seed);
        return new Parameters(filled, dimension, MOST_NUMBERS, () -> {
            BrenierPair pair = BrenierPair.of(dimension, components, seed);
            return side == Side.SOURCE ? pair.source() : pair.target();
        });
    }
}

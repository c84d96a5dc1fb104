package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Words;
import io.brenier.transport.measure.named.PlanarMeasure;
import io.brenier.transport.measure.named.PlanarShape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shape in the plane with noise around it. */
record PlanarMapper(PlanarShape shape) implements MeasureMapper {

    private static final int DIMENSION = 2;

    @Override
    public String type() {
        return Words.wireName(shape);
    }

    @Override
    public String description() {
        return switch (shape) {
            case SIMPLE -> "the origin.";
            case CIRCLE -> "eight clusters on a circle of radius 5.";
            case SQUARE_FIVE -> "five clusters: the corners of a square of side 10, and its centre.";
            case SQUARE_FOUR -> "four clusters, 5 from the origin along the axes.";
            case MOON_UPPER -> "the upper half of the unit circle.";
            case MOON_LOWER -> "the lower half circle around (1, 1/2).";
            case MOONS -> "both half circles.";
            case CIRCLE_SMALL -> "a circle of radius 1/2.";
            case CIRCLE_BIG -> "a circle of radius 1.";
            case RINGS -> "four concentric circles of radii 0.75 to 3.";
            case S_CURVE -> "an S of height 10.";
            case SWISS_ROLL -> "a spiral of one and a half turns.";
            case MAF_MOON -> "a Gaussian bent into a parabola.";
            case CHECKERBOARD -> "eight of sixteen squares.";
            case PINWHEEL -> "five bent arms.";
        };
    }

    @Override
    public Set<String> members() {
        return Set.of("noise");
    }

    @Override
    public @Nullable Integer dimension() {
        return DIMENSION;
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        double noise = Numbers.atLeastZero(asked.noise(), shape.usualNoise(), pointer + "/noise");
        return Parameters.of(Filled.ofType(type()).with("noise", noise), DIMENSION, new PlanarMeasure(shape, noise));
    }
}

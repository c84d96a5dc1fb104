package io.brenier.samples.measure;

import io.brenier.platform.wire.Filled;
import io.brenier.transport.measure.named.UniformBall;
import java.util.Set;

/** Uniform on a ball. */
final class BallMapper implements MeasureMapper {

    @Override
    public String type() {
        return "uniform_ball";
    }

    @Override
    public String description() {
        return "uniform on the ball of the given radius around mean.";
    }

    @Override
    public Set<String> members() {
        return Set.of("dimension", "mean", "radius");
    }

    @Override
    public Parameters parameters(MeasureJson asked, String pointer) {
        int dimension = Dimensions.of(asked.dimension(), pointer, asked.mean());
        double[] centre = asked.mean() == null
                ? new double[dimension]
                : Numbers.vector(asked.mean(), dimension, pointer + "/mean");
        double radius = Numbers.positive(asked.radius(), 1, pointer + "/radius");
        Filled filled = Filled.ofType(type())
                .with("dimension", dimension)
                .with("mean", asked.mean())
                .with("radius", radius);
        return Parameters.of(filled, dimension, new UniformBall(centre, radius));
    }
}

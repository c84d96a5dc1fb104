package io.brenier.transport.measure.named;

import java.util.random.RandomGenerator;

/**
 * A shape in the plane and Gaussian noise: x = p + σ z, p of the shape, z of N(0, I₂).
 *
 * @param shape where p comes from
 * @param noise σ, at least 0
 */
public record PlanarMeasure(PlanarShape shape, double noise) implements Measure {

    private static final int DIMENSION = 2;

    public PlanarMeasure {
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException("the noise is %s; at least 0 is needed".formatted(noise));
        }
    }

    /** With the usual noise. */
    public static PlanarMeasure of(PlanarShape shape) {
        return new PlanarMeasure(shape, shape.usualNoise());
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public void draw(RandomGenerator random, double[] row) {
        shape.point(random, row);
        if (noise > 0) {
            row[0] += noise * random.nextGaussian();
            row[1] += noise * random.nextGaussian();
        }
    }
}

package io.brenier.transport.measure.named;

import java.util.random.RandomGenerator;

/**
 * Shapes in the plane, without the noise that {@link PlanarMeasure} adds. U is uniform on the interval behind it, z and z' are standard
 * normal, k is a uniform choice.
 */
public enum PlanarShape {
    /** The origin. */
    SIMPLE(0.25) {
        @Override
        void point(RandomGenerator random, double[] point) {
            set(point, 0, 0);
        }
    },
    /** 5 (cos kπ/4, sin kπ/4), k of 0 to 7. */
    CIRCLE(0.25) {
        @Override
        void point(RandomGenerator random, double[] point) {
            polar(point, SPREAD, random.nextInt(8) * Math.PI / 4);
        }
    },
    /** 5 times one of (0, 0), (±1, ±1). */
    SQUARE_FIVE(0.25) {
        @Override
        void point(RandomGenerator random, double[] point) {
            int k = random.nextInt(5);
            boolean centre = k == 4;
            set(point, centre ? 0 : SPREAD * (1 - 2 * (k & 1)), centre ? 0 : SPREAD * (1 - (k & 2)));
        }
    },
    /** 5 times one of (±1, 0), (0, ±1). */
    SQUARE_FOUR(0.25) {
        @Override
        void point(RandomGenerator random, double[] point) {
            int k = random.nextInt(4);
            double side = SPREAD * (1 - 2 * (k & 1));
            set(point, k < 2 ? side : 0, k < 2 ? 0 : side);
        }
    },
    /** (cos t, sin t), t of U[0, π]. */
    MOON_UPPER(0) {
        @Override
        void point(RandomGenerator random, double[] point) {
            polar(point, 1, Math.PI * random.nextDouble());
        }
    },
    /** (1 − cos t, ½ − sin t), t of U[0, π]. */
    MOON_LOWER(0) {
        @Override
        void point(RandomGenerator random, double[] point) {
            MOON_UPPER.point(random, point);
            set(point, 1 - point[0], 0.5 - point[1]);
        }
    },
    /** One of the two moons. */
    MOONS(0.05) {
        @Override
        void point(RandomGenerator random, double[] point) {
            (random.nextBoolean() ? MOON_UPPER : MOON_LOWER).point(random, point);
        }
    },
    /** ½ (cos t, sin t), t of U[0, 2π). */
    CIRCLE_SMALL(0.01) {
        @Override
        void point(RandomGenerator random, double[] point) {
            polar(point, 0.5, TURN * random.nextDouble());
        }
    },
    /** (cos t, sin t), t of U[0, 2π). */
    CIRCLE_BIG(0.01) {
        @Override
        void point(RandomGenerator random, double[] point) {
            polar(point, 1, TURN * random.nextDouble());
        }
    },
    /** ¾ k (cos t, sin t), k of 1 to 4, t of U[0, 2π). */
    RINGS(0.08) {
        @Override
        void point(RandomGenerator random, double[] point) {
            double radius = 0.75 * random.nextInt(1, 5);
            polar(point, radius, TURN * random.nextDouble());
        }
    },
    /** 5 (sign(t) (cos t − 1), sin t), t of U[−3π/2, 3π/2]. */
    S_CURVE(0.05) {
        @Override
        void point(RandomGenerator random, double[] point) {
            double t = 3 * Math.PI * (random.nextDouble() - 0.5);
            set(point, SPREAD * Math.signum(t) * (Math.cos(t) - 1), SPREAD * Math.sin(t));
        }
    },
    /** ½ t (sin t, cos t), t of U[3π/2, 9π/2]. */
    SWISS_ROLL(0.005) {
        @Override
        void point(RandomGenerator random, double[] point) {
            double t = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
            set(point, 0.5 * t * Math.sin(t), 0.5 * t * Math.cos(t));
        }
    },
    /** (½ (z + z'²) − 2, z'). */
    MAF_MOON(0) {
        @Override
        void point(RandomGenerator random, double[] point) {
            double z = random.nextGaussian();
            double other = random.nextGaussian();
            set(point, 0.5 * (z + other * other) - 2, other);
        }
    },
    /** Uniform on the eight squares of [−4, 4]², each of side 2, whose column and row are both even or both odd. */
    CHECKERBOARD(0) {
        @Override
        void point(RandomGenerator random, double[] point) {
            int column = random.nextInt(4);
            int row = 2 * random.nextInt(2) + (column & 1);
            set(point, 2 * (column + random.nextDouble()) - 4, 2 * (row + random.nextDouble()) - 4);
        }
    },
    /** 2 R(θ) (r, s), r = 1 + 0.3 z, s = 0.1 z', θ = 2πk/5 + ¼ eʳ, R(θ) the rotation by −θ, k of 0 to 4. */
    PINWHEEL(0) {
        @Override
        void point(RandomGenerator random, double[] point) {
            double r = 1 + 0.3 * random.nextGaussian();
            double s = 0.1 * random.nextGaussian();
            double angle = TURN * random.nextInt(5) / 5 + 0.25 * Math.exp(r);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            set(point, 2 * (cos * r + sin * s), 2 * (cos * s - sin * r));
        }
    };

    private static final double SPREAD = 5;
    private static final double TURN = 2 * Math.PI;

    private final double usualNoise;

    PlanarShape(double usualNoise) {
        this.usualNoise = usualNoise;
    }

    /** The standard deviation of the noise where nobody says otherwise: that of the publication that the shape comes from. */
    public double usualNoise() {
        return usualNoise;
    }

    abstract void point(RandomGenerator random, double[] point);

    private static void polar(double[] point, double radius, double angle) {
        set(point, radius * Math.cos(angle), radius * Math.sin(angle));
    }

    private static void set(double[] point, double first, double second) {
        point[0] = first;
        point[1] = second;
    }
}

package io.brenier.bench;

import io.brenier.transport.measure.named.PlanarMeasure;
import io.brenier.transport.measure.named.PlanarShape;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Test points of a shape that is a few clusters: as many of each, and each cluster's spread evenly. How many of a random draw lie on either side of a map's
 * jump is binomial, and of 2,000 points that alone is a divergence far above any map's error. Pairs of uniform numbers are a Kronecker
 * sequence of the plastic number from a random start; a normal point of each is its polar form (Box and Muller).
 */
final class EvenClusters {

    private static final int MOST_CLUSTERS = 16;
    private static final int DRAWS = 500;
    private static final double PLASTIC = 1.324717957244746;

    private EvenClusters() {}

    /** At most so many points; empty where the shape is no few clusters. */
    static Optional<Points> of(PlanarShape shape, int most, long seed) {
        List<List<Float>> centres = centres(shape);
        if (centres.size() > MOST_CLUSTERS) {
            return Optional.empty();
        }
        int each = most / centres.size();
        SplittableRandom random = new SplittableRandom(seed);
        float[][] rows = new float[each * centres.size()][];
        for (int k = 0; k < centres.size(); k++) {
            double first = random.nextDouble();
            double second = random.nextDouble();
            for (int i = 0; i < each; i++) {
                double u = (first + (i + 1) / PLASTIC) % 1;
                double v = (second + (i + 1) / (PLASTIC * PLASTIC)) % 1;
                double radius = shape.usualNoise() * Math.sqrt(-2 * Math.log(1 - u));
                rows[i * centres.size() + k] = new float[] {
                    (float) (centres.get(k).get(0) + radius * Math.cos(2 * Math.PI * v)),
                    (float) (centres.get(k).get(1) + radius * Math.sin(2 * Math.PI * v))
                };
            }
        }
        return Optional.of(Points.ofRows(rows));
    }

    private static List<List<Float>> centres(PlanarShape shape) {
        Points drawn = new PlanarMeasure(shape, 0).sample(DRAWS, 0);
        return IntStream.range(0, DRAWS)
                .mapToObj(i -> List.of(drawn.at(i, 0), drawn.at(i, 1)))
                .distinct()
                .toList();
    }
}

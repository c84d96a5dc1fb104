package io.brenier.transport.dual.report;

import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.metric.discrepancy.Discrepancy;
import io.brenier.transport.metric.discrepancy.EnergyDistance;
import io.brenier.transport.metric.discrepancy.MaximumMeanDiscrepancy;
import io.brenier.transport.metric.discrepancy.SlicedW2;
import io.brenier.transport.tensor.Points;
import java.util.List;

/**
 * How far pushed held-out samples are from the held-out samples of the side that they are pushed to, standardised; for the trained map,
 * for its rivals, and, as the floor, for training samples of that very side.
 */
final class DistanceFigures {

    /** The cost of all these grows with the square of the number of points. */
    private static final int MOST_POINTS = 1_000;

    private static final int MOST_SINKHORN_POINTS = 500;
    private static final double EPSILON_PER_DIMENSION = 0.05;
    private static final String FLOOR = "_floor";

    /**
     * A distance from the known samples.
     *
     * @param name of its figures
     * @param points how many pushed points it takes
     * @param from the known samples
     */
    private record Measured(String name, int points, Discrepancy from) {}

    private final String direction;
    private final Points known;
    private final long seed;
    private final List<Measured> distances;

    /**
     * Distances from the given samples.
     *
     * @param direction the end of the figures' names
     * @param known held-out samples of the side that is pushed to
     * @param seed of what is drawn
     */
    DistanceFigures(String direction, Points known, long seed) {
        this.direction = direction;
        this.known = known;
        this.seed = seed;
        int points = Math.min(known.rows(), MOST_POINTS);
        int few = Math.min(known.rows(), MOST_SINKHORN_POINTS);
        Points some = Draw.atMost(known, points, seed);
        this.distances = List.of(
                new Measured("sinkhorn_divergence", few, sinkhorn(Draw.atMost(known, few, seed))),
                new Measured("mmd_squared", points, MaximumMeanDiscrepancy.to(some)),
                new Measured("energy_distance", points, EnergyDistance.to(some)),
                new Measured("sliced_w2_squared", points, SlicedW2.to(some, seed)));
    }

    /** ε of the Sinkhorn divergence: a fortieth of the mean squared distance of standardised points. */
    static double epsilon(StandardProblem problem) {
        return EPSILON_PER_DIMENSION * problem.dimension();
    }

    /** Of pushed samples, under the names that end as said. */
    void addTo(Figures figures, Points pushed, String ending) {
        for (Measured distance : distances) {
            figures.put(
                    distance.name + direction + ending, distance.from.of(Draw.atMost(pushed, distance.points, seed)));
        }
    }

    /** Of as many training samples of the known side; nothing where there are not so many, or where they are the known ones. */
    void addFloorTo(Figures figures, Points others) {
        if (others.equals(known)) {
            return;
        }
        for (Measured distance : distances) {
            if (others.rows() >= distance.points) {
                figures.put(
                        distance.name + direction + FLOOR,
                        distance.from.of(Draw.atMost(others, distance.points, seed)));
            }
        }
    }

    /** NaN where the iterations did not suffice: such a value is too small, and would flatter the map. */
    private static Discrepancy sinkhorn(Points known) {
        SinkhornSettings settings = SinkhornSettings.of(EPSILON_PER_DIMENSION * known.dimension());
        SinkhornDivergence.ToKnown divergence = SinkhornDivergence.to(known, settings);
        return sample -> {
            SinkhornDivergence.Result result = divergence.of(sample);
            return result.converged() ? result.value() : Double.NaN;
        };
    }
}

package io.brenier.transport.dual.problem;

import io.brenier.transport.dual.SplitSeeds;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a problem, cut into what is trained on and what is scored on.
 *
 * @param source training samples of α
 * @param target training samples of β
 * @param heldOutSource for scores
 * @param heldOutTarget for scores
 */
record ProblemSets(Points source, Points target, Points heldOutSource, Points heldOutTarget) {

    /** @throws IllegalArgumentException if the sets differ in dimension, hold fewer than two points or a coordinate that is not finite */
    static ProblemSets of(TrainingProblem problem) {
        int dimension = problem.source().dimension();
        check("source", problem.source(), dimension, 2);
        check("target", problem.target(), dimension, 2);
        SplitSeeds seeds = problem.splits() == null ? RandomStream.splits(problem.seed()) : problem.splits();
        HeldOutSplit source = split("validation source", problem.source(), problem.validationSource(), seeds.source());
        HeldOutSplit target = split("validation target", problem.target(), problem.validationTarget(), seeds.target());
        return new ProblemSets(source.training(), target.training(), source.heldOut(), target.heldOut());
    }

    private static HeldOutSplit split(String name, Points points, @Nullable Points given, long seed) {
        if (given != null) {
            check(name, given, points.dimension(), 1);
            // A draw, not the first rows: sets are often ordered.
            Points few = given.rows() <= HeldOutSplit.MOST_GIVEN
                    ? given
                    : HeldOutSplit.of(given, HeldOutSplit.MOST_GIVEN, seed).heldOut();
            return new HeldOutSplit(points, few);
        }
        if (points.rows() < HeldOutSplit.FEWEST_TO_SPLIT) {
            // Scored on the samples that it is trained on: there is nothing to spare.
            return new HeldOutSplit(points, points);
        }
        return HeldOutSplit.of(points, HeldOutSplit.usualRows(points.rows()), seed);
    }

    private static void check(String name, Points points, int dimension, int fewest) {
        if (points.dimension() != dimension) {
            throw new IllegalArgumentException("the source has dimension %d, the %s has %d: they must be the same"
                    .formatted(dimension, name, points.dimension()));
        }
        if (points.rows() < fewest) {
            throw new IllegalArgumentException(
                    "the %s has %d point(s); at least %d are needed".formatted(name, points.rows(), fewest));
        }
        float[] values = points.values();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("row %d of the %s holds %s; every coordinate must be finite"
                        .formatted(i / dimension, name, values[i]));
            }
        }
    }
}

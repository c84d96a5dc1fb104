package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' samples, coupled along the map that the training has come to: anew whenever one of a side's windows is replaced or the samples have been
 * used some times over, and once more when each has been used once, since the map moves most in the beginning. A coupling follows from the step at which it is due and from the
 * parameters then, which a checkpoint keeps: a resumed run goes on with the same.
 */
final class CoupledSamples {

    /** How often each sample is drawn, on average, before the samples are coupled anew: that costs as much as some hundred steps. */
    private static final int USES = 4;

    private final SampleStock source;
    private final SampleStock target;
    private final TrainedMap map;
    private final long pointsAStep;
    private final boolean inPairs;
    private float @Nullable [] parameters;
    private @Nullable Coupling coupling;
    private @Nullable Points ordered;
    private NeighbourOrder.@Nullable Halved order;

    /**
     * @param pointsAStep that a step draws of either side
     * @param inPairs whether batches are of pairs
     * @param parameters of the coupling that a checkpoint was written under; null at the beginning
     */
    CoupledSamples(
            SampleStock source,
            SampleStock target,
            TrainedMap map,
            long pointsAStep,
            boolean inPairs,
            float @Nullable [] parameters) {
        this.source = source;
        this.target = target;
        this.map = map;
        this.pointsAStep = pointsAStep;
        this.inPairs = inPairs;
        this.parameters = parameters;
    }

    /** For how many steps so many rows are enough. */
    static long stepsOf(int rows, long pointsAStep) {
        return Math.max(1, (long) USES * rows / pointsAStep);
    }

    /** The map's when the samples were coupled; null before. */
    float @Nullable [] parameters() {
        return parameters;
    }

    Coupling at(long step) {
        Points x = source.at(step);
        Points y = target.at(step);
        Coupling known = coupling;
        float[] along = parameters;
        boolean due = along == null || isDue(step, stepsOf(Math.min(x.rows(), y.rows()), pointsAStep));
        if (known == null || due) {
            if (along == null || due) {
                along = map.parameters();
                parameters = along;
            }
            // The old one is let go before the next is made.
            coupling = null;
            known = new Coupling(x, map.images(along, x), y, order(y), inPairs);
            coupling = known;
        }
        return known;
    }

    private boolean isDue(long step, long usedUp) {
        return step % usedUp == 0
                || step == usedUp / USES
                || step % source.stepsEach() == 0
                || step % target.stepsEach() == 0;
    }

    private NeighbourOrder.Halved order(Points y) {
        NeighbourOrder.Halved known = order;
        if (known == null || ordered != y) {
            order = null;
            known = NeighbourOrder.of(y);
            order = known;
            ordered = y;
        }
        return known;
    }
}

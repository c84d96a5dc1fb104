package io.brenier.transport.dual.batch;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
import io.brenier.transport.dual.batch.OrderedStock.Ordered;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' samples, coupled along the map that the training has come to: anew whenever a side's window is replaced or the samples have been used
 * some times over, and once more when each has been used once, since the map moves most in the beginning. A coupling follows from the step
 * at which it is due and from the parameters then, which a checkpoint keeps: a resumed run goes on with the same.
 */
final class CoupledSamples implements BatchSource {

    private final SampleStock source;
    private final OrderedStock target;
    private final TrainedMap map;
    private final long pointsAStep;
    private float @Nullable [] parameters;
    private @Nullable Coupling coupling;
    /** A step that draws several batches draws them from one coupling. */
    private long coupledAt = -1;

    /**
     * @param pointsAStep that a step draws of either side
     * @param parameters of the coupling that a checkpoint was written under; null at the beginning
     */
    CoupledSamples(
            SampleStock source, SampleStock target, TrainedMap map, long pointsAStep, float @Nullable [] parameters) {
        this.source = source;
        this.target = new OrderedStock(target);
        this.map = map;
        this.pointsAStep = pointsAStep;
        this.parameters = parameters;
    }

    /** The map's when the samples were coupled; null before. */
    float @Nullable [] parameters() {
        return parameters;
    }

    @Override
    public Batch draw(long step, int count, SplittableRandom random) {
        return at(step).draw(count, random);
    }

    private Coupling at(long step) {
        boolean begins = step != coupledAt;
        boolean replaced = begins && (step % source.stepsEach() == 0 || step % target.stepsEach() == 0);
        if (replaced) {
            // It holds the old windows, which are let go before the next are read.
            coupling = null;
        }
        Points x = source.at(step);
        Ordered y = target.at(step);
        long usedUp = SampleStock.stepsOf(Math.min(x.rows(), y.points().rows()), pointsAStep);
        boolean due = replaced || begins && isDue(step, usedUp);
        float[] along = parameters;
        if (along == null || due) {
            along = map.parameters();
            parameters = along;
            coupling = null;
        }
        Coupling known = coupling;
        if (known == null) {
            known = new Coupling(x, map.images(along, x), y);
            coupling = known;
            coupledAt = step;
        }
        return known;
    }

    private static boolean isDue(long step, long usedUp) {
        return step % usedUp == 0 || step == usedUp / SampleStock.USES;
    }
}

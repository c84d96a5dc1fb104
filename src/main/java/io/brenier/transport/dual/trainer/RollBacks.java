package io.brenier.transport.dual.trainer;

import io.brenier.transport.optimizer.LearningRates;
import io.brenier.transport.optimizer.OptimizerSpec;

/**
 * When a run goes back to its best pair, and how the learning rate goes on from there: halved each time, after a warm-up.
 *
 * @param count how often the run has gone back
 * @param blowUps how often of these because figures were not finite or absurd
 * @param lastStep the step at which it last did
 */
record RollBacks(int count, int blowUps, long lastStep) {

    static final RollBacks NONE = new RollBacks(0, 0, 0);

    private static final int MOST = 6;
    private static final int MOST_BLOW_UPS = 2;
    /** Steps of rising rate after a roll-back; before they are made no score counts against the weights, which are hardly averaged yet. */
    private static final int WARM_UP = 100;
    /**
     * A rise of J by this part of what was gained since the start is a run that comes apart. Smaller ones come and go while the rate is
     * high, in many dimensions above all, where the exact conjugate finds valleys far from the samples; the best pair is kept in any case.
     */
    private static final double PART_OF_GAIN = 0.25;
    /** A smaller one, for each coordinate, is: some 2 % of unexplained variance. */
    private static final double LEAST_RISE = 0.01;
    /** A map this much worse than the start, a coordinate, is worse than no map. */
    private static final double RUNAWAY = 1;

    boolean areUsedUp() {
        return count > MOST;
    }

    /** Whether the run blew up again and again: no learning rate that the halving reaches helps. */
    boolean showDivergence() {
        return blowUps > MOST_BLOW_UPS;
    }

    RollBacks after(long step, boolean blowUp) {
        return new RollBacks(count + 1, blowUps + (blowUp ? 1 : 0), step);
    }

    double rate(OptimizerSpec spec, long step, double progress) {
        double scheduled = LearningRates.rate(spec, step, progress) * Math.pow(0.5, count);
        return count == 0 ? scheduled : scheduled * Math.min(1, (step - lastStep + 1.0) / WARM_UP);
    }

    /** Whether a score is so much worse than the best that the run should go back; a NaN is, at any time. */
    boolean areDue(long step, double score, double start, double best, int dimension) {
        if (step - lastStep < WARM_UP) {
            return isRunaway(score, start, dimension);
        }
        return !(score <= best + Math.max(PART_OF_GAIN * (start - best), LEAST_RISE * dimension));
    }

    /** Whether a score tells of divergence rather than of a map that cannot be bettered. */
    static boolean isRunaway(double score, double start, int dimension) {
        return !(score <= start + RUNAWAY * dimension);
    }
}

package io.brenier.transport.optimizer;

/** The learning rate over a run. */
public final class LearningRates {

    private LearningRates() {}

    /**
     * The rate of one step: lr₀ · min(1, (t + 1)/w) · s(p), w the steps of warm-up and s the schedule.
     *
     * @param step t, from 0
     * @param progress p, from 0 at the start of the run to 1 at its end: of the steps, or of the time that it has
     * @throws IllegalArgumentException if the progress is not from 0 to 1
     */
    public static double rate(OptimizerSpec spec, long step, double progress) {
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("a progress of %s is given; allowed is 0 to 1".formatted(progress));
        }
        double warmUp = spec.warmUp() == 0 ? 1 : Math.min(1, (step + 1.0) / spec.warmUp());
        return spec.learningRate() * warmUp * spec.schedule().factor(progress, spec.finalFraction());
    }

    /** How far a run of so many steps is: t/T, from the last step on 1. */
    public static double progress(long step, long totalSteps) {
        return step >= totalSteps ? 1 : (double) step / totalSteps;
    }
}

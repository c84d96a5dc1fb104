package io.brenier.transport.optimizer;

/** The learning rate over a run. */
public final class LearningRates {

    private LearningRates() {}

    /**
     * The rate of one step: lr₀ · min(1, (t + 1)/w) · s(t/T), w the steps of warm-up and s the schedule.
     *
     * @param step t, from 0
     * @param totalSteps T; beyond it the rate stays as at T
     */
    public static double rate(OptimizerSpec spec, long step, long totalSteps) {
        double warmUp = spec.warmUp() == 0 ? 1 : Math.min(1, (step + 1.0) / spec.warmUp());
        double scheduled = switch (spec.schedule()) {
            case CONSTANT -> 1;
            case COSINE -> {
                double progress = totalSteps <= 0 ? 1 : Math.min(1, (double) step / totalSteps);
                double a = spec.finalFraction();
                yield (1 - a) * 0.5 * (1 + Math.cos(Math.PI * progress)) + a;
            }
        };
        return spec.learningRate() * warmUp * scheduled;
    }
}

package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;

/**
 * What is trained, and why. The numbers were found by experiment; docs/how-to-choose.md has the figures.
 *
 * @param spec what is trained
 * @param reason a sentence for the user
 */
record TrainingPlan(EnotSpec spec, String reason) {

    private static final int BATCH = 1_024;
    private static final int LARGE_BATCH = 2_048;
    private static final int LOW_DIMENSION = 4;
    private static final double LONG_SECONDS = 400;
    private static final double LARGE_BATCH_SECONDS = 1_000;
    private static final double SHORT_SECONDS = 60;
    private static final int VERY_MANY = 50_000;
    private static final int WIDE_DIMENSION = 32;
    private static final int HIGH_DIMENSION = 64;

    /**
     * The plan for so much data and time.
     *
     * @param budgetSeconds time that is left, 0 for as many steps as the spec gives
     */
    static TrainingPlan of(StandardProblem problem, AutoSpec spec, double budgetSeconds) {
        int dimension = problem.dimension();
        int count = problem.smallestCount();
        long steps = spec.steps();
        boolean many = problem.hasManySamples();
        // By the whole budget: what is left differs when a run is resumed or a checkpoint read, and the networks must
        // not.
        boolean isLong = spec.budgetSeconds() >= LONG_SECONDS;
        int width = width(dimension, isLong);
        BatchNoise noise = many ? BatchNoise.NONE : noise(count);
        double decay = many ? 0 : 0.3;
        MlpSpec network = new MlpSpec(List.of(width, width, width), Activation.ELU, PotentialStart.GAUSSIAN);
        boolean isLarge = many && dimension <= LOW_DIMENSION && spec.budgetSeconds() >= LARGE_BATCH_SECONDS;
        OptimizerSpec soap = new OptimizerSpec(
                OptimizerSpec.Type.SOAP,
                rate(problem, spec.budgetSeconds(), isLarge),
                0.9,
                0.95,
                decay,
                100,
                Schedule.COSINE,
                0,
                0);
        int batch = Math.clamp(count * 4L / 5, 1, isLarge ? LARGE_BATCH : BATCH);
        // Without a patience: the cosine is fitted to the budget, and its end brings most.
        LoopSpec loop = new LoopSpec(steps, budgetSeconds, batch, 100, 0, 0, 1_000_000, many ? 0.99 : 0.998, noise);
        String reason =
                "Trained is ENOT with networks of 3 layers of %d, batches of %d, %s: %d training points of the smaller side in %d dimensions, %s."
                        .formatted(
                                width,
                                batch,
                                noise.first() == 0
                                        ? "no noise and no weight decay"
                                        : "noise from %.2g to %.2g and weight decay %.2g"
                                                .formatted(noise.first(), noise.last(), decay),
                                count,
                                dimension,
                                budgetSeconds == 0 ? steps + " steps" : "%.0f seconds".formatted(budgetSeconds));
        return new TrainingPlan(EnotSpec.usual(network, soap, loop), reason);
    }

    /**
     * Even batches of many samples bear larger steps; of fewer, or in many dimensions, they take the inverse apart at the samples' edge. The
     * more time, the more steps there are, and the smaller the noise has to become; most of all with the narrow networks of few dimensions, whose steps
     * are many: in 16 dimensions 87,000 at 7e-3 ended behind 17,000 at 1e-2. Large batches make fewer steps, with less noise.
     */
    private static double rate(StandardProblem problem, double budgetSeconds, boolean isLarge) {
        double rate = problem.smallestStock() >= VERY_MANY && problem.dimension() < HIGH_DIMENSION ? 1.4e-2 : 1e-2;
        double decline = problem.dimension() < WIDE_DIMENSION && !isLarge ? 0.5 : 0.2;
        return rate * Math.pow(SHORT_SECONDS / Math.max(SHORT_SECONDS, budgetSeconds), decline);
    }

    /** Wider networks learn more a step and fewer steps fit into the time: which is ahead depends on how much there is of it. */
    private static int width(int dimension, boolean isLong) {
        if (dimension <= LOW_DIMENSION) {
            return isLong ? 128 : 64;
        }
        return isLong && dimension >= WIDE_DIMENSION ? 256 : 128;
    }

    /**
     * The fewer the points, the more noise keeps them from being learned by heart. Up to some thousands the last of it is for the inverse, which
     * between clusters sends new points astray where the potential has followed the samples.
     */
    private static BatchNoise noise(int count) {
        double first = Math.clamp(0.6 - 0.1 * Math.log(count / 900.0) / Math.log(5), 0.4, 0.8);
        double last = Math.clamp(Math.max(0.1 * Math.sqrt(900.0 / count), Math.min(0.09, 400.0 / count)), 0.03, 0.2);
        return new BatchNoise(first, last);
    }
}

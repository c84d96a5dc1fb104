package io.brenier.transport.optimizer;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Settings of the optimiser, one state for each network. A member that the type would ignore is refused unless it is 0.
 *
 * @param type which one
 * @param learningRate lr₀
 * @param beta1 decay of the first moment; 0 for SGD, which has none. Of Muon, for what goes by Adam
 * @param beta2 decay of the second moment; likewise
 * @param weightDecay decoupled decay, multiplied by the rate; AdamW, SOAP and Muon
 * @param warmUp steps over which the rate rises linearly
 * @param schedule how the rate goes on from there
 * @param finalFraction a: the last rate over the first; 1 where the schedule is constant
 * @param clipNorm the largest Euclidean norm of a gradient, all parameters of the network together; a longer one is shortened to it. 0: any
 */
public record OptimizerSpec(
        Type type,
        double learningRate,
        double beta1,
        double beta2,
        double weightDecay,
        int warmUp,
        Schedule schedule,
        double finalFraction,
        double clipNorm) {

    private static final double USUAL_RATE = 1e-2;
    private static final double USUAL_FINAL_FRACTION = 1e-3;
    private static final int USUAL_WARM_UP = 100;

    /** The optimisers. */
    public enum Type {
        /** θ ← θ − lr g. */
        SGD(false, false),
        ADAM(true, false),
        /** Adam with decoupled weight decay. */
        ADAMW(true, true),
        /** Adam in the eigenbasis of Shampoo's preconditioner (Vyas et al. 2024). */
        SOAP(true, true),
        /** Momentum, orthogonalised (Jordan et al. 2024). */
        MUON(true, true);

        private final boolean hasMoments;
        private final boolean decays;

        Type(boolean hasMoments, boolean decays) {
            this.hasMoments = hasMoments;
            this.decays = decays;
        }
    }

    public OptimizerSpec {
        require(learningRate > 0 && learningRate <= 10, "learningRate", learningRate, "above 0 and at most 10");
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "at least 0 and below 1");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "at least 0 and below 1");
        require(type.hasMoments || beta1 == 0, "beta1", beta1, "0, for SGD has no moments");
        require(type.hasMoments || beta2 == 0, "beta2", beta2, "0, for SGD has no moments");
        require(weightDecay >= 0 && weightDecay <= 10, "weightDecay", weightDecay, "0 to 10");
        require(
                type.decays || weightDecay == 0,
                "weightDecay",
                weightDecay,
                "0 with %s; AdamW, SOAP and Muon take a decay".formatted(type));
        require(warmUp >= 0, "warmUp", warmUp, "at least 0");
        require(finalFraction >= 0 && finalFraction <= 1, "finalFraction", finalFraction, "0 to 1");
        require(
                schedule != Schedule.CONSTANT || finalFraction == 1,
                "finalFraction",
                finalFraction,
                "1 with a constant schedule, which ends as it begins");
        require(clipNorm >= 0 && clipNorm < Double.POSITIVE_INFINITY, "clipNorm", clipNorm, "0 (any norm) or above");
    }

    /** The settings of a type where nothing else is said: those of the recipe found by experiment, fitted to Adam's normalised steps. */
    public static OptimizerSpec defaults(Type type) {
        return new OptimizerSpec(
                type,
                USUAL_RATE,
                type.hasMoments ? 0.9 : 0,
                type.hasMoments ? 0.95 : 0,
                type == Type.ADAMW ? 1e-4 : 0,
                USUAL_WARM_UP,
                Schedule.COSINE,
                USUAL_FINAL_FRACTION,
                0);
    }

    /** These settings with another rate. */
    public OptimizerSpec withLearningRate(double other) {
        return new OptimizerSpec(type, other, beta1, beta2, weightDecay, warmUp, schedule, finalFraction, clipNorm);
    }

    private static void require(boolean holds, String member, double given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%s is given; allowed is %s".formatted(given, allowed));
        }
    }
}

package io.brenier.transport.optimizer;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Settings of the optimiser, one state for each network.
 *
 * @param type which one
 * @param learningRate lr₀
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param weightDecay decoupled decay, multiplied by the rate; AdamW and SOAP
 * @param warmUp steps over which the rate rises linearly
 * @param schedule how the rate goes on from there
 * @param finalFraction a: the last rate over the first
 */
public record OptimizerSpec(
        Type type,
        double learningRate,
        double beta1,
        double beta2,
        double weightDecay,
        int warmUp,
        Schedule schedule,
        double finalFraction) {

    /** The optimisers. */
    public enum Type {
        SGD,
        ADAM,
        ADAMW,
        /** Adam in the eigenbasis of Shampoo's preconditioner (Vyas et al. 2024). */
        SOAP
    }

    public OptimizerSpec {
        require(learningRate > 0 && learningRate <= 10, "learningRate", learningRate, "above 0 and at most 10");
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "at least 0 and below 1");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "at least 0 and below 1");
        require(weightDecay >= 0 && weightDecay <= 10, "weightDecay", weightDecay, "0 to 10");
        require(warmUp >= 0, "warmUp", warmUp, "at least 0");
        require(finalFraction >= 0 && finalFraction <= 1, "finalFraction", finalFraction, "0 to 1");
    }

    private static void require(boolean holds, String member, double given, String allowed) {
        if (!holds) {
            throw new InvalidSpecException(member, "%s is given; allowed is %s".formatted(given, allowed));
        }
    }
}

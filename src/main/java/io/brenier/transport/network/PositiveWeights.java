package io.brenier.transport.network;

/**
 * How the weights between an input convex network's layers are kept from being negative, on which its convexity rests.
 *
 * @param mode the way
 * @param penalty β of β Σ ‖max(−W, 0)‖_F; above 0 with a penalty, 0 without
 */
public record PositiveWeights(Mode mode, double penalty) {

    private static final double MAX_PENALTY = 1e6;

    /** The ways. */
    public enum Mode {
        /** The network computes with max(W, 0). */
        RECTIFIED,
        /** Negative weights are set to 0 after every step. */
        PROJECTION,
        /** Negative weights cost something; the network may fail to be convex. */
        PENALTY
    }

    public PositiveWeights {
        if (mode == Mode.PENALTY) {
            SpecRules.positive("penalty", penalty, MAX_PENALTY);
        } else if (penalty != 0) {
            throw new InvalidSpecException(
                    "penalty", "a penalty of %s is given; with %s it must be 0".formatted(penalty, mode));
        }
    }

    public static PositiveWeights rectified() {
        return new PositiveWeights(Mode.RECTIFIED, 0);
    }

    public static PositiveWeights projected() {
        return new PositiveWeights(Mode.PROJECTION, 0);
    }

    public static PositiveWeights penalized(double beta) {
        return new PositiveWeights(Mode.PENALTY, beta);
    }
}

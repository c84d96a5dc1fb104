package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Chooses by itself: instant answers first, then a training of what the samples and the time allow, and of all these the one that is best on
 * held-out samples.
 *
 * @param budgetSeconds time for everything but the figures at the end; 0: the steps alone count, and the result is repeatable to the bit
 * @param steps the most steps of training
 */
public record AutoSpec(double budgetSeconds, long steps) implements SolverSpec {

    /** A minute. */
    public static final AutoSpec DEFAULT = new AutoSpec(60, 1_000_000);

    private static final double MAX_SECONDS = 366.0 * 24 * 3600;
    private static final long MAX_STEPS = 100_000_000;

    public AutoSpec {
        if (!(budgetSeconds >= 0 && budgetSeconds <= MAX_SECONDS)) {
            throw new InvalidSpecException(
                    "budgetSeconds", budgetSeconds + " is given; allowed is 0 to " + (long) MAX_SECONDS);
        }
        if (steps < 0 || steps > MAX_STEPS) {
            throw new InvalidSpecException("steps", "%d is given; allowed is 0 to %d".formatted(steps, MAX_STEPS));
        }
    }
}

package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * In what order f and the amortizer learn.
 *
 * @param order at once or in turn
 * @param innerSteps steps of the amortizer, each on a batch of its own, before each of f; 1 where both learn at once
 * @param backAndForth whether every other step has the roles swapped: g learns as the potential, and ∇f as its amortizer
 */
public record UpdateSpec(Order order, int innerSteps, boolean backAndForth) {

    /** Both at once, f always in the role of the potential. */
    public static final UpdateSpec PARALLEL = new UpdateSpec(Order.PARALLEL, 1, false);

    private static final int MOST_INNER = 1_000;

    /** Whether both learn from one batch. */
    public enum Order {
        /** Both learn from the same batch, as they were before it. */
        PARALLEL,
        /** First the amortizer, then f, each from batches of its own. */
        ALTERNATING
    }

    public UpdateSpec {
        int most = order == Order.PARALLEL ? 1 : MOST_INNER;
        if (innerSteps < 1 || innerSteps > most) {
            throw new InvalidSpecException(
                    "innerSteps",
                    order == Order.PARALLEL
                            ? "%d is given with parallel updates; allowed is 1, or alternating updates"
                                    .formatted(innerSteps)
                            : "%d is given; allowed is 1 to %d".formatted(innerSteps, MOST_INNER));
        }
        if (backAndForth && order == Order.ALTERNATING) {
            throw new InvalidSpecException(
                    "backAndForth", "true is given with alternating updates; allowed is false, or parallel updates");
        }
    }
}

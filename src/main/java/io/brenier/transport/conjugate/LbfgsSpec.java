package io.brenier.transport.conjugate;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Settings of the L-BFGS conjugate solver.
 *
 * @param gtol a row has converged when |∇f(x) − y|_∞ &lt; gtol; in the units of y
 * @param maxIterations at most so many iterations a row
 * @param maxLineSearch at most so many trial steps an iteration
 * @param memory how many pairs the approximation of the inverse Hessian keeps
 */
public record LbfgsSpec(double gtol, int maxIterations, int maxLineSearch, int memory) implements ConjugateSpec {

    /** Amos 2023. */
    public static final LbfgsSpec DEFAULT = new LbfgsSpec(0.1, 100, 10, 10);

    /** A constant, so that annotations of the API can tell it. */
    public static final int REFINED_ITERATIONS = 300;

    /** What the service uses where a client asks for refined rows: tight, and patient. */
    public static final LbfgsSpec REFINED = new LbfgsSpec(1e-3, REFINED_ITERATIONS, 30, 10);

    public LbfgsSpec {
        if (!(gtol > 0) || Double.isInfinite(gtol)) {
            throw new InvalidSpecException("gtol", "gtol is %s; a positive number is needed".formatted(gtol));
        }
        requireAtLeastOne("maxIterations", maxIterations);
        requireAtLeastOne("maxLineSearch", maxLineSearch);
        requireAtLeastOne("memory", memory);
    }

    private static void requireAtLeastOne(String member, int value) {
        if (value < 1) {
            throw new InvalidSpecException(member, "%d is given; at least 1 is needed".formatted(value));
        }
    }
}

package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/**
 * Limited-memory BFGS on h(x) = f(x) − ⟨x, y⟩, every row with a state of its own (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * algorithm 7.4).
 *
 * <p>Each round evaluates f and ∇f once, at the trial points of the rows that are still at work; rows that finish leave at once. A row
 * tries the full step first, along −∇h one of at most .3 in x, and backtracks only where that fails (Armijo, or Hager and Zhang's
 * approximate Wolfe condition where float arithmetic hides the decrease). Rows whose start is within the tolerance are not iterated at
 * all.
 *
 * <p>A row's result depends on the other rows only as far as the potential's does. Immutable and safe for use by many threads.
 */
public final class Lbfgs implements ConjugateSolver {

    private final LbfgsSpec spec;
    private final StagnationRule stagnation;

    /** For training: a row that rounding keeps from its tolerance is not worth more steps. */
    public Lbfgs(LbfgsSpec spec) {
        this(spec, StagnationRule.USUAL);
    }

    private Lbfgs(LbfgsSpec spec, StagnationRule stagnation) {
        this.spec = spec;
        this.stagnation = stagnation;
    }

    /** For answers: rows whose decrease drowns in rounding are let go on, and begin once more. */
    public static Lbfgs patient(LbfgsSpec spec) {
        return new Lbfgs(spec, StagnationRule.MORE);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A start that is not finite is replaced by y. A row whose value or gradient is not finite at the start keeps it and ends
     * NON_FINITE. For a non-convex f the argmin is a local one.
     *
     * @throws IllegalArgumentException if f, y and start differ in dimension, or y and start in rows
     */
    @Override
    public ConjugateResult solve(Potential f, Points y, Points start) {
        if (y.dimension() != f.dimension() || start.dimension() != f.dimension() || start.rows() != y.rows()) {
            throw new IllegalArgumentException(
                    "A potential of dimension %d is given %s with the starts %s".formatted(f.dimension(), y, start));
        }
        return new LbfgsRun(spec, stagnation, f, y, start).run();
    }
}

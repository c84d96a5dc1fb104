package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/** Minimises x ↦ f(x) − ⟨x, y⟩ for each row of y by itself: a row that does not converge costs only itself, and never throws. */
public interface ConjugateSolver {

    /** The solver of the given settings. */
    static ConjugateSolver of(ConjugateSpec spec) {
        return switch (spec) {
            case LbfgsSpec lbfgs -> new Lbfgs(lbfgs);
            case AdamConjugateSpec adam -> new AdamConjugate(adam);
            case NoConjugateSpec _ -> new NoConjugate();
        };
    }

    /**
     * The conjugate of f at y.
     *
     * @param f the potential
     * @param y where f* is wanted, [n, d]
     * @param start the first guess of the argmins, [n, d]
     */
    ConjugateResult solve(Potential f, Points y, Points start);
}

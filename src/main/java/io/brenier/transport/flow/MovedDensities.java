package io.brenier.transport.flow;

import io.brenier.transport.conjugate.ConjugateResult;
import org.jspecify.annotations.Nullable;

/**
 * Densities of a moved measure at n points.
 *
 * @param logDensities in nats, [n]; NaN where the Hessian is not positive definite
 * @param hessians log det ∇²f, at the points themselves or at their preimages
 * @param preimages ∇f*(y), how it was found and whether, where it was needed: a density at a row that did not converge is that of the best
 *     preimage found
 */
public record MovedDensities(
        double[] logDensities,
        LogDeterminants hessians,
        @Nullable ConjugateResult preimages) {}

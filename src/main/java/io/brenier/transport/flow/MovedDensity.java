package io.brenier.transport.flow;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.measure.named.DensityMeasure;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * The density of a measure after a learned map, by change of variables (nats):
 *
 * <ul>
 *   <li>FORWARD, base p on the source side: log (∇f#p)(y) = log p(x̂) − log det ∇²f(x̂), x̂ = ∇f*(y) by the conjugate solver;
 *   <li>INVERSE, base q on the target side: log (∇f*#q)(x) = log q(∇f(x)) + log det ∇²f(x).
 * </ul>
 *
 * <p>It needs ∇f to be a bijection: f strictly convex and continuously differentiable. Where an activation has a kink, as ReLU has, ∇f jumps,
 * and the density lacks the mass of the jumps; ELU, CELU and softplus have none.
 *
 * @param map f
 * @param base p or q
 * @param logDeterminant how log det ∇²f is found
 * @param conjugate how x̂ is found
 */
public record MovedDensity(
        DualPotentials map, DensityMeasure base, LogDeterminant logDeterminant, LbfgsSpec conjugate) {

    public MovedDensity {
        if (map.dimension() != base.dimension()) {
            throw new IllegalArgumentException(
                    "a map of R^%d does not move a density on R^%d".formatted(map.dimension(), base.dimension()));
        }
    }

    /** The density of the measure moved in the given direction, at points where it has arrived: [n, d] → [n]. */
    public MovedDensities at(Points points, Direction moved) {
        return switch (moved) {
            case FORWARD -> {
                ConjugateResult solved = map.refineInverse(points, conjugate);
                Points preimages = solved.argmins();
                yield combine(preimages, preimages, -1, solved);
            }
            case INVERSE -> combine(points, map.transport(points, Direction.FORWARD), 1, null);
        };
    }

    private MovedDensities combine(Points x, Points atBase, int sign, @Nullable ConjugateResult solved) {
        LogDeterminants hessians = logDeterminant.at(map::hessianProducts, x);
        double[] logs = base.logDensities(atBase);
        for (int row = 0; row < logs.length; row++) {
            logs[row] += sign * hessians.values()[row];
        }
        return new MovedDensities(logs, hessians, solved);
    }
}

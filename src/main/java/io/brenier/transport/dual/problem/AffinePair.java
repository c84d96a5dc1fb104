package io.brenier.transport.dual.problem;

import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.QuadraticMlpPotential;
import org.jspecify.annotations.Nullable;

/**
 * The fixed parts of a potential and of its amortizer: ½ xᵀMx + bᵀx, and y ↦ M⁻¹(y − b), exact conjugates of each other.
 *
 * @param forward x ↦ Mx + b, standardised
 * @param inverse y ↦ M⁻¹(y − b), standardised
 */
public record AffinePair(GaussianMap forward, GaussianMap inverse) {

    /** The optimal map between Gaussians of the given moments, in standardised coordinates. */
    public static AffinePair gaussian(
            Moments source, Standardization sourceUnits, Moments target, Standardization targetUnits) {
        GaussianMap forward = GaussianMap.between(source.standardized(sourceUnits), target.standardized(targetUnits));
        return new AffinePair(forward, forward.inverse());
    }

    public static AffinePair identity(int dimension) {
        return new AffinePair(GaussianMap.identity(dimension), GaussianMap.identity(dimension));
    }

    /** The parts that two networks are to start from. */
    public static AffinePair of(PotentialStart potential, PotentialStart amortizer, AffinePair gaussian) {
        AffinePair identity = identity(gaussian.forward().dimension());
        return new AffinePair(
                (potential == PotentialStart.GAUSSIAN ? gaussian : identity).forward(),
                (amortizer == PotentialStart.GAUSSIAN ? gaussian : identity).inverse());
    }

    /** Both by themselves, without networks. */
    public NetworkPair pair() {
        return new NetworkPair(potential(null), amortizer(null));
    }

    public QuadraticMlpPotential potential(@Nullable Mlp network) {
        return new QuadraticMlpPotential(floats(forward.matrix()), floats(forward.shift()), network);
    }

    /** ½ yᵀM⁻¹y − bᵀM⁻¹y and a network: near f* where f's network is small. */
    public QuadraticMlpPotential conjugate(@Nullable Mlp network) {
        return new QuadraticMlpPotential(floats(inverse.matrix()), floats(inverse.shift()), network);
    }

    public AffineMlpMap amortizer(@Nullable Mlp network) {
        return new AffineMlpMap(floats(inverse.matrix()), floats(inverse.shift()), network);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

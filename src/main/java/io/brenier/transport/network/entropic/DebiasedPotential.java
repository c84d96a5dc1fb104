package io.brenier.transport.network.entropic;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/**
 * f(x) = f_αβ(x) − s (f_αα(x) − ½|x|²): an entropic potential less a share s of what entropy alone does to the source. ∇f_αβ blurs, and so
 * pulls the images inward; ∇f_αα(x) − x is the same blur seen where the true map is the identity. The map goes on with slope s and more
 * outside of the samples, where the plain one is bounded. Debiasing as in the Sinkhorn divergence (Feydy et al. 2019; of maps: Pooladian,
 * Cuturi and Niles-Weed 2022). f need not be convex, though it is nearly so.
 *
 * @param joint f_αβ, of the plan from source to target
 * @param self f_αα, of the plan from the source to itself with the same ε
 * @param share s, above 0 and at most 1
 */
public record DebiasedPotential(EntropicPotential joint, EntropicPotential self, float share) implements Potential {

    public DebiasedPotential {
        if (joint.dimension() != self.dimension()) {
            throw new IllegalArgumentException("potentials of dimension %d and %d do not go together"
                    .formatted(joint.dimension(), self.dimension()));
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share is %s; allowed is above 0 and at most 1".formatted(share));
        }
    }

    @Override
    public int dimension() {
        return joint.dimension();
    }

    @Override
    public float[] values(Points x) {
        return lessBlur(joint.values(x), self.values(x), x);
    }

    @Override
    public Points gradients(Points x) {
        return lessBlur(joint.gradients(x), self.gradients(x), x);
    }

    @Override
    public ValuesAndGradients valuesAndGradients(Points x) {
        ValuesAndGradients plain = joint.valuesAndGradients(x);
        ValuesAndGradients blur = self.valuesAndGradients(x);
        return new ValuesAndGradients(
                lessBlur(plain.values(), blur.values(), x), lessBlur(plain.gradients(), blur.gradients(), x));
    }

    @Override
    public Points hessianProducts(Points x, Points v) {
        return lessBlur(joint.hessianProducts(x, v), self.hessianProducts(x, v), v);
    }

    private float[] lessBlur(float[] plain, float[] blur, Points x) {
        int d = x.dimension();
        float[] values = new float[plain.length];
        for (int row = 0; row < values.length; row++) {
            double halfSquare = 0;
            for (int k = 0; k < d; k++) {
                halfSquare += (double) x.at(row, k) * x.at(row, k) / 2;
            }
            values[row] = (float) (plain[row] + share * (halfSquare - blur[row]));
        }
        return values;
    }

    /** plain + s (linear − blur). */
    private Points lessBlur(Points plain, Points blur, Points linear) {
        float[] result = new float[plain.values().length];
        for (int i = 0; i < result.length; i++) {
            result[i] = plain.values()[i] + share * (linear.values()[i] - blur.values()[i]);
        }
        return Points.of(result, plain.rows(), plain.dimension());
    }
}

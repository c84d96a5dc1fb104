package io.brenier.evaluation;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.Lbfgs;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/** f(x) = ½ a|x|², so that ∇f(x) = a x and ∇f*(y) = y/a; the amortizer guesses y/a + 1, so that a refined answer can be told from its guess. */
public record QuadraticPotentials(float a, int dimension) implements DualPotentials, Potential {

    @Override
    public Points transport(Points points, Direction direction) {
        return direction == Direction.FORWARD ? gradients(points) : guess(points);
    }

    @Override
    public ConjugateResult refineInverse(Points y, LbfgsSpec spec) {
        return new Lbfgs(spec).solve(this, y, guess(y));
    }

    @Override
    public float[] potential(Points points, Direction direction) {
        float[] values = values(points);
        if (direction == Direction.INVERSE) {
            for (int row = 0; row < values.length; row++) {
                values[row] /= a * a;
            }
        }
        return values;
    }

    @Override
    public float[] values(Points x) {
        float[] values = new float[x.rows()];
        for (int row = 0; row < x.rows(); row++) {
            for (int k = 0; k < dimension; k++) {
                values[row] += .5f * a * x.at(row, k) * x.at(row, k);
            }
        }
        return values;
    }

    @Override
    public Points gradients(Points x) {
        return mapped(x, a, 0);
    }

    @Override
    public ValuesAndGradients valuesAndGradients(Points x) {
        return new ValuesAndGradients(values(x), gradients(x));
    }

    @Override
    public Points hessianProducts(Points x, Points v) {
        return mapped(v, a, 0);
    }

    private Points guess(Points y) {
        return mapped(y, 1 / a, 1);
    }

    private static Points mapped(Points points, float factor, float shift) {
        float[] moved = new float[points.values().length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = factor * points.values()[i] + shift;
        }
        return Points.of(moved, points.rows(), points.dimension());
    }
}

package io.brenier.transport.dual;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.Lbfgs;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.StrayedRows;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.tensor.Points;

/**
 * Dual potentials learned in standardised coordinates x′ = (x − m_s)/s_s and y′ = (y − m_t)/s_t, in the coordinates of the samples:
 * f(x) = ⟨m_t, x⟩ + s_t s_s f′(x′), so that ∇f(x) = m_t + s_t ∇f′(x′), and f*(y) = ⟨m_s, y − m_t⟩ + s_s s_t f′*(y′).
 *
 * @param source m_s and s_s
 * @param target m_t and s_t
 * @param standardized f′
 * @param amortizer the guess of ∇f′*
 */
public record StandardizedDualPotentials(
        Standardization source, Standardization target, Potential standardized, TransportMap amortizer)
        implements DualPotentials {

    public StandardizedDualPotentials {
        int dimension = standardized.dimension();
        if (source.dimension() != dimension || target.dimension() != dimension || amortizer.dimension() != dimension) {
            throw new IllegalArgumentException(
                    "a potential of dimension %d, standardizations of %d and %d and an amortizer of %d do not go together"
                            .formatted(dimension, source.dimension(), target.dimension(), amortizer.dimension()));
        }
    }

    @Override
    public int dimension() {
        return standardized.dimension();
    }

    @Override
    public Points transport(Points points, Direction direction) {
        return switch (direction) {
            case FORWARD -> target.invert(standardized.gradients(source.apply(points)));
            case INVERSE -> source.invert(amortizer.apply(target.apply(points)));
        };
    }

    @Override
    public ConjugateResult refineInverse(Points y, LbfgsSpec spec) {
        Points standardY = target.apply(y);
        Points guesses = amortizer.apply(standardY);
        ConjugateResult solved = StrayedRows.takenBack(
                standardized, standardY, guesses, Lbfgs.patient(spec).solve(standardized, standardY, guesses));
        float[] residuals = solved.residuals().clone();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] *= target.scale();
        }
        return new ConjugateResult(
                source.invert(solved.argmins()),
                conjugateInUnits(standardY, solved.values()),
                solved.statuses(),
                solved.iterations(),
                residuals);
    }

    @Override
    public float[] potential(Points points, Direction direction) {
        return switch (direction) {
            case FORWARD -> potentialInUnits(points);
            case INVERSE -> {
                Points y = target.apply(points);
                yield conjugateInUnits(y, conjugateAt(y, amortizer.apply(y)));
            }
        };
    }

    /** ∇²f(x) = (s_t / s_s) ∇²f′(x′). */
    @Override
    public Points hessianProducts(Points x, Points v) {
        Points products = standardized.hessianProducts(source.apply(x), v);
        double factor = (double) target.scale() / source.scale();
        float[] scaled = new float[products.values().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * products.values()[i]);
        }
        return Points.of(scaled, products.rows(), products.dimension());
    }

    /** ⟨x̂, y⟩ − f′(x̂), standardised. */
    private float[] conjugateAt(Points y, Points argmins) {
        float[] values = standardized.values(argmins);
        float[] conjugates = new float[values.length];
        for (int row = 0; row < values.length; row++) {
            double product = 0;
            for (int k = 0; k < y.dimension(); k++) {
                product += (double) y.at(row, k) * argmins.at(row, k);
            }
            conjugates[row] = (float) (product - values[row]);
        }
        return conjugates;
    }

    private float[] potentialInUnits(Points x) {
        float[] standardValues = standardized.values(source.apply(x));
        double scale = (double) source.scale() * target.scale();
        float[] shift = target.shift();
        float[] values = new float[standardValues.length];
        for (int row = 0; row < values.length; row++) {
            double linear = 0;
            for (int k = 0; k < shift.length; k++) {
                linear += (double) shift[k] * x.at(row, k);
            }
            values[row] = (float) (linear + scale * standardValues[row]);
        }
        return values;
    }

    private float[] conjugateInUnits(Points standardY, float[] standardValues) {
        double scale = (double) source.scale() * target.scale();
        float[] shift = source.shift();
        float[] values = new float[standardValues.length];
        for (int row = 0; row < values.length; row++) {
            // m_s goes with s_t y′ = y − m_t.
            double linear = 0;
            for (int k = 0; k < shift.length; k++) {
                linear += (double) shift[k] * standardY.at(row, k) * target.scale();
            }
            values[row] = (float) (linear + scale * standardValues[row]);
        }
        return values;
    }
}

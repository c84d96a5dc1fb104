package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.tensor.Points;

/**
 * How q is to change at y and at ŷ.
 *
 * @param weights ∂loss/∂q of the rows y, then of the rows ŷ: ±(1 − λρ′(u))/B
 * @param dual E⟨x, ŷ⟩ − E q(ŷ) + E q(y)
 */
record EnotSlack(float[] weights, double dual) {

    /** @param values q(y), then q(ŷ) */
    static EnotSlack of(EnotSpec spec, Points x, Points y, Points image, float[] values) {
        int rows = x.rows();
        int d = x.dimension();
        double above = 2 * spec.regularization() * spec.expectile();
        double below = 2 * spec.regularization() * (1 - spec.expectile());
        float[] weights = new float[2 * rows];
        double dual = 0;
        for (int row = 0; row < rows; row++) {
            double independent = 0;
            double matched = 0;
            for (int k = row * d; k < (row + 1) * d; k++) {
                independent += x.values()[k] * y.values()[k];
                matched += x.values()[k] * image.values()[k];
            }
            double slack = matched - values[rows + row] + values[row];
            double violation = independent - slack;
            double push = (1 - (violation > 0 ? above : below) * violation) / rows;
            weights[row] = (float) push;
            weights[rows + row] = (float) -push;
            dual += slack / rows;
        }
        return new EnotSlack(weights, dual);
    }
}

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
            // Not its own y: the two may be a pair of a coupling, and are to be independent.
            int other = (row + 1) % rows;
            double independent = 0;
            double matched = 0;
            for (int k = 0; k < d; k++) {
                independent += x.at(row, k) * y.at(other, k);
                matched += x.at(row, k) * image.at(row, k);
            }
            double slack = matched - values[rows + row] + values[other];
            double violation = independent - slack;
            double push = (1 - (violation > 0 ? above : below) * violation) / rows;
            weights[other] = (float) push;
            weights[rows + row] = (float) -push;
            dual += slack / rows;
        }
        return new EnotSlack(weights, dual);
    }
}

package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/** Takes the start for the argmin, x̂ = x₀: f* is then a lower bound, ⟨x₀, y⟩ − f(x₀). */
final class NoConjugate implements ConjugateSolver {

    /** {@inheritDoc} No row converges: none is iterated. */
    @Override
    public ConjugateResult solve(Potential f, Points y, Points start) {
        int rows = y.rows();
        int d = y.dimension();
        ValuesAndGradients evaluated = f.valuesAndGradients(start);
        float[] gradients = evaluated.gradients().values();
        float[] conjugates = new float[rows];
        float[] residuals = new float[rows];
        float[] excess = new float[d];
        RowStatus[] statuses = new RowStatus[rows];
        Arrays.fill(statuses, RowStatus.ITERATIONS_EXHAUSTED);
        for (int row = 0; row < rows; row++) {
            int at = row * d;
            conjugates[row] = (float) (RowVectors.dotExactly(start.values(), at, y.values(), at, d)
                    - evaluated.values()[row]);
            RowVectors.subtract(gradients, at, y.values(), at, excess, 0, d);
            residuals[row] = RowVectors.largest(excess, 0, d);
            if (!Float.isFinite(conjugates[row]) || !Float.isFinite(residuals[row])) {
                statuses[row] = RowStatus.NON_FINITE;
            }
        }
        return new ConjugateResult(start, conjugates, statuses, new int[rows], residuals);
    }
}

package io.brenier.evaluation.kernel;

import java.util.Arrays;

/**
 * What a refined answer says of each of its n rows.
 *
 * @param outcomes how it came about, [n]
 * @param iterations of the conjugate solver, [n]
 * @param residuals |∇f(x̂) − y|_∞ in the target's units, [n]
 */
public record RowReport(RowOutcome[] outcomes, int[] iterations, float[] residuals) {

    static RowReport exact(int rows) {
        RowOutcome[] outcomes = new RowOutcome[rows];
        Arrays.fill(outcomes, RowOutcome.EXACT);
        return new RowReport(outcomes, new int[rows], new float[rows]);
    }

    public int unconverged() {
        int count = 0;
        for (RowOutcome outcome : outcomes) {
            if (!outcome.isConverged()) {
                count++;
            }
        }
        return count;
    }
}

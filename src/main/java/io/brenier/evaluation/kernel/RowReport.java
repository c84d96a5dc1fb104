package io.brenier.evaluation.kernel;

import io.brenier.transport.conjugate.ConjugateResult;
import java.util.Arrays;
import java.util.List;

/**
 * What a refined answer says of each of its n rows.
 *
 * @param outcomes how it came about, [n]
 * @param iterations of the conjugate solver, [n]
 * @param residuals |∇f(x̂) − y|_∞ in the target's units, [n]
 */
public record RowReport(RowOutcome[] outcomes, int[] iterations, float[] residuals) {

    /** Of blocks that follow each other. */
    static RowReport of(List<ConjugateResult> blocks, int rows) {
        RowOutcome[] outcomes = new RowOutcome[rows];
        int[] iterations = new int[rows];
        float[] residuals = new float[rows];
        int from = 0;
        for (ConjugateResult solved : blocks) {
            int count = solved.statuses().length;
            for (int i = 0; i < count; i++) {
                outcomes[from + i] = RowOutcome.of(solved.statuses()[i]);
            }
            System.arraycopy(solved.iterations(), 0, iterations, from, count);
            System.arraycopy(solved.residuals(), 0, residuals, from, count);
            from += count;
        }
        return new RowReport(outcomes, iterations, residuals);
    }

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

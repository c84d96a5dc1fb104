package io.brenier.evaluation.kernel;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of an answer.
 *
 * @param values row by row
 * @param solved how the conjugate solver ended, where it worked
 */
record EvaluatedBlock(float[] values, @Nullable ConjugateResult solved) {

    static Evaluation join(List<EvaluatedBlock> blocks, int rows, int width) {
        float[] values = new float[Math.multiplyExact(rows, width)];
        int at = 0;
        for (EvaluatedBlock block : blocks) {
            System.arraycopy(block.values, 0, values, at, block.values.length);
            at += block.values.length;
        }
        return new Evaluation(Points.of(values, rows, width), report(blocks, rows));
    }

    private static @Nullable RowReport report(List<EvaluatedBlock> blocks, int rows) {
        RowOutcome[] outcomes = new RowOutcome[rows];
        int[] iterations = new int[rows];
        float[] residuals = new float[rows];
        int from = 0;
        for (EvaluatedBlock block : blocks) {
            ConjugateResult solved = block.solved;
            if (solved == null) {
                return null;
            }
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
}

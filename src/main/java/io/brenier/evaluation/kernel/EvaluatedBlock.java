package io.brenier.evaluation.kernel;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
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
        List<ConjugateResult> solved = new ArrayList<>();
        for (EvaluatedBlock block : blocks) {
            if (block.solved == null) {
                return null;
            }
            solved.add(block.solved);
        }
        return RowReport.of(solved, rows);
    }
}

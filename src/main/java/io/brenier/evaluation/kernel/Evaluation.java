package io.brenier.evaluation.kernel;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * What a map gave, all of it finite.
 *
 * @param output moved points, [n, d], or values of a potential, [n, 1]
 * @param rows what became of each row, where the answer is a refined one
 */
public record Evaluation(Points output, @Nullable RowReport rows) {

    /** Rows whose conjugate did not converge; 0 for amortized answers, which solve nothing. */
    public int unconverged() {
        return rows == null ? 0 : rows.unconverged();
    }
}

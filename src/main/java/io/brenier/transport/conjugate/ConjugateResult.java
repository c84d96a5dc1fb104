package io.brenier.transport.conjugate;

import io.brenier.transport.tensor.Points;

/**
 * The convex conjugate at n points: f*(y_i) = ⟨x̂_i, y_i⟩ − f(x̂_i) with x̂_i = argmin_x f(x) − ⟨x, y_i⟩ = ∇f*(y_i).
 *
 * @param argmins x̂, [n, d]
 * @param values f*(y), [n]
 * @param statuses how each row ended, [n]
 * @param iterations iterations of each row, [n]
 * @param residuals |∇f(x̂_i) − y_i|_∞, [n]
 */
public record ConjugateResult(
        Points argmins, float[] values, RowStatus[] statuses, int[] iterations, float[] residuals) {

    /** The number of rows that did not converge. */
    public int unconverged() {
        int count = 0;
        for (RowStatus status : statuses) {
            if (status != RowStatus.CONVERGED) {
                count++;
            }
        }
        return count;
    }
}

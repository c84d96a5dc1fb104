package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;
import java.util.stream.IntStream;

/**
 * Takes back the argmins that the conjugate solver found in a far valley. Off the samples a learned f need not be convex: it may be flat
 * or fall, and a row that gets there ends far from any sample, often with a small residual.
 *
 * <p>A row has strayed if it moved from its guess x₀ by more than half the spread of the source, |s|² &gt; d / 4 with s = x̂ − x₀ in
 * standardised coordinates, and f curved by less than a tenth on the way, ⟨y − ∇f(x₀), s⟩ &lt; |s|² / 10, where a map between
 * standardised measures curves it by 1 on average. A poor guess that the solver rightly leaves has a large residual, and so passes. Both
 * numbers are measured (docs/rationale.md).
 */
public final class StrayedRows {

    private static final double FAR = 0.25;
    static final double FLAT = 0.1;

    private StrayedRows() {}

    /**
     * The result with every strayed row set back to its guess: x₀, ⟨x₀, y⟩ − f(x₀), the residual there and {@link RowStatus#STRAYED}.
     *
     * @param f the potential that was solved for, in standardised coordinates
     * @param y where f* was wanted, [n, d]
     * @param guesses where the solver started, [n, d]
     * @param solved what it found
     */
    public static ConjugateResult takenBack(Potential f, Points y, Points guesses, ConjugateResult solved) {
        int[] far = farRows(guesses, solved);
        if (far.length == 0) {
            return solved;
        }
        int d = y.dimension();
        Points farGuesses = guesses.select(far);
        ValuesAndGradients atGuesses = f.valuesAndGradients(farGuesses);
        float[] argmins = solved.argmins().values().clone();
        float[] values = solved.values().clone();
        float[] residuals = solved.residuals().clone();
        RowStatus[] statuses = solved.statuses().clone();
        float[] excess = new float[d];
        for (int i = 0; i < far.length; i++) {
            int row = far[i];
            RowVectors.subtract(atGuesses.gradients().values(), i * d, y.values(), row * d, excess, 0, d);
            double along = 0;
            for (int k = 0; k < d; k++) {
                along -= excess[k] * moved(guesses, solved, row, k);
            }
            if (along < FLAT * squaredMove(guesses, solved, row)) {
                System.arraycopy(farGuesses.values(), i * d, argmins, row * d, d);
                values[row] = (float) (RowVectors.dotExactly(farGuesses.values(), i * d, y.values(), row * d, d)
                        - atGuesses.values()[i]);
                residuals[row] = RowVectors.largest(excess, 0, d);
                statuses[row] = RowStatus.STRAYED;
            }
        }
        return new ConjugateResult(Points.of(argmins, y.rows(), d), values, statuses, solved.iterations(), residuals);
    }

    private static int[] farRows(Points guesses, ConjugateResult solved) {
        double least = FAR * guesses.dimension();
        return IntStream.range(0, guesses.rows())
                .filter(row -> {
                    double squared = squaredMove(guesses, solved, row);
                    return Double.isFinite(squared) && squared > least;
                })
                .toArray();
    }

    /** |s|². */
    private static double squaredMove(Points guesses, ConjugateResult solved, int row) {
        int d = guesses.dimension();
        return RowVectors.squaredDistance(solved.argmins().values(), row * d, guesses.values(), row * d, d);
    }

    /** A component of s. */
    private static double moved(Points guesses, ConjugateResult solved, int row, int k) {
        return (double) solved.argmins().at(row, k) - guesses.at(row, k);
    }
}

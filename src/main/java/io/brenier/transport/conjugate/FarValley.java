package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * A place far from the guess where a learned f is so low that a search for f*(y) ends there, over ground that f hardly curves on ({@link StrayedRows}). f*(y) is a supremum over all x:
 * the dual wants f raised there, and what is learned at guesses alone does not know of it.
 *
 * @param y whose conjugate was searched for, [d]
 * @param guess x₀, where the search began, [d]
 * @param bottom b, where it ended, [d]; nearer on the straight line there if that is farther from the guess than four times the spread of the source
 */
public record FarValley(float[] y, float[] guess, float[] bottom) {

    /** As tight as it takes to know a valley; not how exact its bottom is. */
    private static final LbfgsSpec SEARCH = new LbfgsSpec(1e-2, 100, 30, 10);

    /** Of |b − x₀|²/d. What f learns far outside the place of its samples would rule all of it. */
    private static final double MOST_SQUARED = 16;

    /**
     * The valleys that searches from the guesses end in.
     *
     * @param f in standardised coordinates
     * @param y [n, d]
     * @param guesses of ∇f*(y), [n, d]
     */
    public static List<FarValley> search(Potential f, Points y, Points guesses) {
        ConjugateResult solved = Lbfgs.patient(SEARCH).solve(f, y, guesses);
        RowStatus[] statuses = StrayedRows.takenBack(f, y, guesses, solved).statuses();
        List<FarValley> found = new ArrayList<>();
        for (int row = 0; row < statuses.length; row++) {
            if (statuses[row] == RowStatus.STRAYED) {
                found.add(new FarValley(
                        y.row(row), guesses.row(row), drawnIn(solved.argmins().row(row), guesses.row(row))));
            }
        }
        return found;
    }

    /** The same measured from another guess of ∇f*(y); itself where that is not finite. */
    public FarValley from(float[] otherGuess) {
        return RowVectors.isFinite(otherGuess, 0, otherGuess.length)
                ? new FarValley(y, otherGuess, drawnIn(bottom, otherGuess))
                : this;
    }

    private static float[] drawnIn(float[] end, float[] guess) {
        double squares = RowVectors.squaredDistance(end, 0, guess, 0, end.length);
        double part = Math.min(1, Math.sqrt(MOST_SQUARED * end.length / squares));
        float[] drawn = new float[end.length];
        for (int k = 0; k < end.length; k++) {
            drawn[k] = (float) (guess[k] + part * ((double) end[k] - guess[k]));
        }
        return drawn;
    }

    /**
     * Whether f(b) is below what a potential has there that is least at x₀ and curves by {@link StrayedRows#FLAT} on the way:
     * h(b) &lt; h(x₀) + FLAT |b − x₀|² / 2 with h(x) = f(x) − ⟨x, y⟩.
     */
    public boolean isTooDeep(double valueAtBottom, double valueAtGuess) {
        double rise = valueAtBottom - valueAtGuess;
        for (int k = 0; k < y.length; k++) {
            rise -= ((double) bottom[k] - guess[k]) * y[k];
        }
        return rise < StrayedRows.FLAT * RowVectors.squaredDistance(bottom, 0, guess, 0, y.length) / 2;
    }
}

package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Columns;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import java.util.Arrays;

/**
 * Where a search for argmin f(x) − ⟨x, y⟩ begins: f* is a supremum over all x, a search finds the one of the valley it begins in. A potential that is
 * not convex has several; a guess may lie in a shallow one, or be lost in one far away.
 */
public final class Starts {

    private Starts() {}

    /**
     * Row by row the guess, or the best of some candidates where that is better.
     *
     * @param y [n, d]
     * @param guesses [n, d]
     * @param candidates points of the source, [m, d]
     * @param candidateValues f of them
     */
    public static Points of(Potential f, Points y, Points guesses, Points candidates, float[] candidateValues) {
        float[] guessValues = f.values(guesses);
        int d = y.dimension();
        int rows = y.rows();
        int count = candidates.rows();
        float[][] columns = Columns.ofFloats(candidates);
        float[][] products = new float[1][count];
        float[] starts = guesses.values().clone();
        for (int row = 0; row < rows; row++) {
            double least = guessValues[row] - RowVectors.dot(guesses.values(), row * d, y.values(), row * d, d);
            int best = -1;
            Arrays.fill(products[0], 0);
            RowProducts.addProduct(new float[][] {y.row(row)}, 1, columns, products);
            for (int i = 0; i < count; i++) {
                double value = (double) candidateValues[i] - products[0][i];
                if (value < least || Double.isNaN(least)) {
                    least = value;
                    best = i;
                }
            }
            if (best >= 0) {
                System.arraycopy(candidates.values(), best * d, starts, row * d, d);
            }
        }
        return Points.of(starts, rows, d);
    }
}

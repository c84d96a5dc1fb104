package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;

/**
 * Adam (Kingma and Ba 2015) on h(x) = f(x) − ⟨x, y⟩, every row with moments of its own (Amos 2023). Each round evaluates f and ∇f at the
 * rows that are still at work; a row leaves when its gradient meets the tolerance. Adam does not descend steadily: a row that runs out
 * of iterations, or into a value that is not finite, ends at the point of least h that it has seen.
 *
 * <p>A row's result depends on the other rows only as far as the potential's does. Immutable and safe for use by many threads.
 */
final class AdamConjugate implements ConjugateSolver {

    private static final double EPSILON = 1e-8;

    private final AdamConjugateSpec spec;

    AdamConjugate(AdamConjugateSpec spec) {
        this.spec = spec;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A start that is not finite is replaced by y. A row whose value or gradient is not finite at the start keeps it and ends
     * NON_FINITE.
     *
     * @throws IllegalArgumentException if f, y and start differ in dimension, or y and start in rows
     */
    @Override
    public ConjugateResult solve(Potential f, Points y, Points start) {
        if (y.dimension() != f.dimension() || start.dimension() != f.dimension() || start.rows() != y.rows()) {
            throw new IllegalArgumentException(
                    "A potential of dimension %d is given %s with the starts %s".formatted(f.dimension(), y, start));
        }
        return new Run(f, y, start).run();
    }

    /** The state of every row, and the rounds. */
    private final class Run {

        private final Potential f;
        private final int rows;
        private final int dimension;
        private final float[] y;
        private final float[] x;
        private final float[] best;
        private final float[] mean;
        private final float[] square;
        private final double[] leastValue;
        private final float[] residual;
        private final int[] iterations;
        private final RowStatus[] statuses;
        private final int[] active;

        private Run(Potential f, Points y, Points start) {
            this.f = f;
            rows = y.rows();
            dimension = y.dimension();
            this.y = y.values();
            x = start.values().clone();
            best = new float[x.length];
            mean = new float[x.length];
            square = new float[x.length];
            leastValue = new double[rows];
            residual = new float[rows];
            iterations = new int[rows];
            statuses = new RowStatus[rows];
            active = new int[rows];
        }

        private ConjugateResult run() {
            for (int row = 0; row < rows; row++) {
                active[row] = row;
                leastValue[row] = Double.POSITIVE_INFINITY;
                if (!RowVectors.isFinite(x, row * dimension, dimension)) {
                    System.arraycopy(y, row * dimension, x, row * dimension, dimension);
                }
            }
            int atWork = rows;
            for (int round = 0; atWork > 0; round++) {
                ValuesAndGradients evaluated = f.valuesAndGradients(points(atWork));
                int left = 0;
                for (int slot = 0; slot < atWork; slot++) {
                    if (!finishes(active[slot], slot, round, evaluated)) {
                        active[left++] = active[slot];
                    }
                }
                atWork = left;
            }
            float[] conjugates = new float[rows];
            for (int row = 0; row < rows; row++) {
                conjugates[row] = (float) -leastValue[row];
            }
            return new ConjugateResult(Points.of(best, rows, dimension), conjugates, statuses, iterations, residual);
        }

        private Points points(int atWork) {
            float[] points = new float[atWork * dimension];
            for (int slot = 0; slot < atWork; slot++) {
                System.arraycopy(x, active[slot] * dimension, points, slot * dimension, dimension);
            }
            return Points.of(points, atWork, dimension);
        }

        /** Judges the point that a row has reached and moves on from it; true if the row has ended there. */
        private boolean finishes(int row, int slot, int round, ValuesAndGradients evaluated) {
            int at = row * dimension;
            float[] gradient = new float[dimension];
            RowVectors.subtract(evaluated.gradients().values(), slot * dimension, y, at, gradient, 0, dimension);
            double value = evaluated.values()[slot] - RowVectors.dotExactly(x, at, y, at, dimension);
            float largest = RowVectors.largest(gradient, 0, dimension);
            boolean finite = Double.isFinite(value) && Float.isFinite(largest);
            boolean converged = finite && largest < spec.gtol();
            if (round == 0 || converged || (finite && value < leastValue[row])) {
                System.arraycopy(x, at, best, at, dimension);
                leastValue[row] = value;
                residual[row] = largest;
            }
            iterations[row] = round;
            if (!finite) {
                return end(row, RowStatus.NON_FINITE);
            }
            if (converged) {
                return end(row, RowStatus.CONVERGED);
            }
            if (round == spec.maxIterations()) {
                return end(row, RowStatus.ITERATIONS_EXHAUSTED);
            }
            move(at, gradient, round);
            return false;
        }

        private void move(int at, float[] gradient, int round) {
            double rate = spec.rate(round);
            double meanWeight = 1 - Math.pow(spec.beta1(), round + 1.0);
            double squareWeight = 1 - Math.pow(spec.beta2(), round + 1.0);
            for (int k = 0; k < dimension; k++) {
                double g = gradient[k];
                mean[at + k] = (float) (spec.beta1() * mean[at + k] + (1 - spec.beta1()) * g);
                square[at + k] = (float) (spec.beta2() * square[at + k] + (1 - spec.beta2()) * g * g);
                x[at + k] -= (float)
                        (rate * (mean[at + k] / meanWeight) / (Math.sqrt(square[at + k] / squareWeight) + EPSILON));
            }
        }

        private boolean end(int row, RowStatus status) {
            statuses[row] = status;
            return true;
        }
    }
}

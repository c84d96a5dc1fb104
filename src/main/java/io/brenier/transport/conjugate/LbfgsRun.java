package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;

/** One call of {@link Lbfgs}: the state of every row, and the rounds. Gradients here are those of h, ∇f(x) − y. */
final class LbfgsRun {

    private static final double ARMIJO = 1e-4;
    private static final double LEAST_SHRINKING = 1 / 1.5;
    private static final double MOST_SHRINKING = 0.1;
    private static final double MOST_STRETCHING = 16;
    /**
     * The displacement that a first trial along −∇h may have, in the units of x, standardised ones: guesses of argmins are off by so much
     * in 16 and in 64 dimensions alike, while ∇h differs a hundredfold between smooth and sharp rows.
     */
    private static final double FIRST_DISPLACEMENT = 0.3;
    /** A first trial that leaves more than this part of the slope is worth a second. */
    private static final double WANTED_SLOPE = 0.5;
    /** Rounding of a potential's value: some units in the last place of its largest terms. */
    private static final double VALUE_ROUNDING = 4 * 0x1p-23;

    private final LbfgsSpec spec;
    private final StagnationRule stagnation;
    private final Potential f;
    private final int rows;
    private final int dimension;
    private final float[] y;
    private final float[] x;
    private final float[] gradient;
    private final float[] trialGradient;
    private final float[] direction;
    private final double[] value;
    private final double[] slope;
    private final double[] length;
    private final float[] residual;
    private final float[] leastResidual;
    private final int[] trials;
    private final int[] idle;
    private final int[] restarts;
    private final int[] iterations;
    private final RowStatus[] statuses;
    private final float[] conjugate;
    private final int[] active;
    private final CurvaturePairs pairs;

    LbfgsRun(LbfgsSpec spec, StagnationRule stagnation, Potential f, Points y, Points start) {
        this.spec = spec;
        this.stagnation = stagnation;
        this.f = f;
        this.rows = y.rows();
        this.dimension = y.dimension();
        this.y = y.values();
        this.x = start.values().clone();
        this.gradient = new float[x.length];
        this.trialGradient = new float[dimension];
        this.direction = new float[x.length];
        this.value = new double[rows];
        this.slope = new double[rows];
        this.length = new double[rows];
        this.residual = new float[rows];
        this.leastResidual = new float[rows];
        this.trials = new int[rows];
        this.idle = new int[rows];
        this.restarts = new int[rows];
        this.iterations = new int[rows];
        this.statuses = new RowStatus[rows];
        this.conjugate = new float[rows];
        this.active = new int[rows];
        this.pairs = new CurvaturePairs(rows, dimension, spec.memory());
    }

    ConjugateResult run() {
        int atWork = begin();
        while (atWork > 0) {
            Points trial = trialPoints(atWork);
            ValuesAndGradients evaluated = f.valuesAndGradients(trial);
            int left = 0;
            for (int slot = 0; slot < atWork; slot++) {
                int row = active[slot];
                if (!finishes(row, slot, trial.values(), evaluated)) {
                    active[left++] = row;
                }
            }
            atWork = left;
        }
        return new ConjugateResult(Points.of(x, rows, dimension), conjugate, statuses, iterations, residual);
    }

    /** Evaluates the starts; returns how many rows are not yet within the tolerance. */
    private int begin() {
        if (rows == 0) {
            return 0;
        }
        for (int row = 0; row < rows; row++) {
            if (!RowVectors.isFinite(x, row * dimension, dimension)) {
                System.arraycopy(y, row * dimension, x, row * dimension, dimension);
            }
        }
        ValuesAndGradients evaluated = f.valuesAndGradients(Points.of(x, rows, dimension));
        float[] gradients = evaluated.gradients().values();
        int atWork = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * dimension;
            RowVectors.subtract(gradients, at, y, at, gradient, at, dimension);
            value[row] = evaluated.values()[row] - RowVectors.dotExactly(x, at, y, at, dimension);
            residual[row] = RowVectors.largest(gradient, at, dimension);
            leastResidual[row] = residual[row];
            if (!Double.isFinite(value[row]) || !Float.isFinite(residual[row])) {
                end(row, RowStatus.NON_FINITE);
            } else if (residual[row] < spec.gtol()) {
                end(row, RowStatus.CONVERGED);
            } else {
                aim(row);
                active[atWork++] = row;
            }
        }
        return atWork;
    }

    /** A new search direction, to be tried at full length; where no curvature is known yet, up to a displacement. */
    private void aim(int row) {
        int at = row * dimension;
        pairs.direction(row, gradient, direction);
        slope[row] = RowVectors.dot(gradient, at, direction, at, dimension);
        if (!(slope[row] < 0) || Double.isInfinite(slope[row])) {
            pairs.clear(row);
            pairs.direction(row, gradient, direction);
            slope[row] = RowVectors.dot(gradient, at, direction, at, dimension);
        }
        length[row] = pairs.isEmpty(row) ? Math.min(1, FIRST_DISPLACEMENT / Math.sqrt(-slope[row])) : 1;
        trials[row] = 0;
    }

    private Points trialPoints(int atWork) {
        float[] trial = new float[atWork * dimension];
        for (int slot = 0; slot < atWork; slot++) {
            int at = active[slot] * dimension;
            int to = slot * dimension;
            System.arraycopy(x, at, trial, to, dimension);
            RowVectors.addScaled((float) length[active[slot]], direction, at, trial, to, dimension);
        }
        return Points.of(trial, atWork, dimension);
    }

    /** Takes or refuses a row's trial point; true if the row has ended with it. */
    private boolean finishes(int row, int slot, float[] trial, ValuesAndGradients evaluated) {
        int at = row * dimension;
        int from = slot * dimension;
        float[] gradients = evaluated.gradients().values();
        RowVectors.subtract(gradients, from, y, at, trialGradient, 0, dimension);
        double product = RowVectors.dotExactly(trial, from, y, at, dimension);
        double trialValue = evaluated.values()[slot] - product;
        double trialSlope = RowVectors.dot(trialGradient, 0, direction, at, dimension);
        trials[row]++;
        float trialResidual = RowVectors.largest(trialGradient, 0, dimension);
        if (!Double.isFinite(trialValue) || !Float.isFinite(trialResidual)) {
            return shortensOrEnds(row, MOST_SHRINKING, RowStatus.NON_FINITE);
        }
        double rounding = VALUE_ROUNDING * (Math.abs(evaluated.values()[slot]) + Math.abs(product));
        if (isAccepted(row, trialValue, trialSlope, rounding)) {
            if (isWorthAnotherTrial(row, trialSlope, trialResidual)) {
                length[row] *= stretching(row, trialSlope);
                return false;
            }
            return advances(row, from, trial, trialValue, trialResidual, rounding);
        }
        boolean hidden = -slope[row] * length[row] <= rounding;
        return shortensOrEnds(
                row,
                shrinking(row, trialValue, trialSlope),
                hidden ? RowStatus.STAGNATED : RowStatus.LINE_SEARCH_FAILED);
    }

    private boolean isAccepted(int row, double trialValue, double trialSlope, double rounding) {
        if (trialValue <= value[row] + ARMIJO * length[row] * slope[row]) {
            return true;
        }
        // The decrease drowns in rounding: the slope, which does not, has to tell (Hager and Zhang 2005, approximate
        // Wolfe).
        return trialValue <= value[row] + rounding && trialSlope <= (2 * ARMIJO - 1) * slope[row];
    }

    /** Whether the very first trial, though accepted, lies far from the minimum along its direction: the scale is not known yet. */
    private boolean isWorthAnotherTrial(int row, double trialSlope, float trialResidual) {
        return trials[row] == 1
                && pairs.isEmpty(row)
                && spec.maxLineSearch() > 1
                && Math.abs(trialSlope) > WANTED_SLOPE * -slope[row]
                && !(trialResidual < spec.gtol());
    }

    /** The minimum that the two slopes predict, as a multiple of the step just tried. */
    private double stretching(int row, double trialSlope) {
        return trialSlope > slope[row]
                ? Math.clamp(slope[row] / (slope[row] - trialSlope), MOST_SHRINKING, MOST_STRETCHING)
                : MOST_STRETCHING;
    }

    private boolean advances(int row, int from, float[] trial, double trialValue, float newResidual, double rounding) {
        int at = row * dimension;
        pairs.add(row, x, trial, from, gradient, trialGradient);
        System.arraycopy(trial, from, x, at, dimension);
        System.arraycopy(trialGradient, 0, gradient, at, dimension);
        boolean idled = value[row] - trialValue <= rounding && newResidual > 0.9f * leastResidual[row];
        idle[row] = idled ? idle[row] + 1 : 0;
        value[row] = trialValue;
        residual[row] = newResidual;
        leastResidual[row] = Math.min(leastResidual[row], newResidual);
        iterations[row]++;
        if (newResidual < spec.gtol()) {
            return end(row, RowStatus.CONVERGED);
        }
        if (iterations[row] >= spec.maxIterations()) {
            return end(row, RowStatus.ITERATIONS_EXHAUSTED);
        }
        if (idle[row] >= stagnation.idleSteps()) {
            return endsOrRestarts(row);
        }
        aim(row);
        return false;
    }

    /** Tries a shorter step, then steepest descent, and ends the row where neither is left. */
    private boolean shortensOrEnds(int row, double shrinking, RowStatus otherwise) {
        if (trials[row] < spec.maxLineSearch()) {
            length[row] *= shrinking;
            return false;
        }
        if (pairs.isEmpty(row)) {
            // A restart would try the same lengths along the same direction again.
            return end(row, otherwise);
        }
        if (otherwise == RowStatus.STAGNATED) {
            return endsOrRestarts(row);
        }
        pairs.clear(row);
        aim(row);
        return false;
    }

    private boolean endsOrRestarts(int row) {
        if (restarts[row] >= stagnation.restarts()) {
            return end(row, RowStatus.STAGNATED);
        }
        restarts[row]++;
        idle[row] = 0;
        leastResidual[row] = residual[row];
        pairs.clear(row);
        aim(row);
        return false;
    }

    /** The minimum of the parabola through what is known of h along the direction, as a fraction of the step just refused. */
    private double shrinking(int row, double trialValue, double trialSlope) {
        double expected = slope[row] * length[row];
        double fraction = trialSlope > 0
                ? slope[row] / (slope[row] - trialSlope)
                : -expected / (2 * (trialValue - value[row] - expected));
        return Math.clamp(Double.isNaN(fraction) ? LEAST_SHRINKING : fraction, MOST_SHRINKING, LEAST_SHRINKING);
    }

    private boolean end(int row, RowStatus status) {
        statuses[row] = status;
        conjugate[row] = (float) -value[row];
        return true;
    }
}

package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Half steps for tens of thousands of points: the plan is made anew in every iteration, some rows at a time, and never held. Both
 * half steps of an iteration share it, since a row's change of potential is one factor on the row's exponentials. Products and exponentials are
 * floats, what is large and cancels is double: the marginals may be had to about 10⁻⁴. Best with sets about the origin.
 */
final class BlockedHalfSteps implements HalfSteps {

    private static final int BLOCK = 16;
    private static final double LEAST_TRUSTED = 1e-10;
    private static final double MOST_TRUSTED = 1e10;

    private final Points x;
    private final SupportTiles y;
    /** n αᵢ and m βⱼ: 1 everywhere for uniform weights. */
    private final double[] weightsX;

    private final double[] weightsY;
    private final double[] halfSquaresX;
    private final double[] halfSquaresY;
    private final float[][] rows;
    private final float[][][] plan;
    private final float[] lanes = new float[SupportTiles.TILE];
    private final float[][] factors = new float[1][BLOCK];
    private final float[][][] blockSums;

    BlockedHalfSteps(Points x, Points y) {
        this(Weighted.uniform(x), Weighted.uniform(y));
    }

    BlockedHalfSteps(Weighted weightedX, Weighted weightedY) {
        this.x = weightedX.points();
        this.y = new SupportTiles(weightedY.points());
        this.weightsX = weightedX.relative();
        this.weightsY = weightedY.relative();
        Points y = weightedY.points();
        this.halfSquaresX = halfSquares(x);
        this.halfSquaresY = halfSquares(y);
        this.rows = new float[BLOCK][x.dimension()];
        this.plan = this.y.room(BLOCK);
        this.blockSums = this.y.room(1);
    }

    @Override
    public int rows() {
        return x.rows();
    }

    @Override
    public int columns() {
        return y.size();
    }

    @Override
    public double[] toRows(double[] g, double[] guess, double epsilon) {
        double[] f = guess.clone();
        pass(f, g, epsilon, 1, null);
        return f;
    }

    @Override
    public double[] toColumns(double[] f, double[] guess, double epsilon) {
        double[] sums = new double[guess.length];
        pass(f.clone(), guess, epsilon, 0, sums);
        double[] g = guess.clone();
        renew(g, sums, epsilon, 1);
        return g;
    }

    @Override
    public double iterate(double[] f, double[] g, double epsilon, double omega) {
        double[] sums = new double[g.length];
        double error = pass(f, g, epsilon, omega, sums);
        return error + renew(g, sums, epsilon, omega);
    }

    /**
     * f ← f + ω (S(g) − f), and the sums of the columns of the plan with that f.
     *
     * @param sums receives Σᵢ αᵢ exp((fᵢ + gⱼ − cᵢⱼ)/ε); null where they are not wanted
     * @return the error of the rows' marginal before
     */
    private double pass(double[] f, double[] g, double epsilon, double omega, double @Nullable [] sums) {
        double[][] offsets = y.split(offsets(g, epsilon));
        double error = 0;
        for (int from = 0; from < x.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, x.rows() - from);
            read(from, count);
            y.products(rows, count, plan);
            Arrays.fill(factors[0], 0);
            for (int r = 0; r < count; r++) {
                error += weightsX[from + r] * row(from + r, r, f, offsets, epsilon, omega);
                factors[0][r] *= (float) weightsX[from + r];
            }
            if (sums != null) {
                addColumns(sums);
            }
        }
        return error / x.rows();
    }

    /** Renews the potential of one row, sets the row's factor and returns its marginal's error. */
    private double row(int i, int r, double[] f, double[][] offsets, double epsilon, double omega) {
        double constant = halfSquaresX[i] + epsilon * Math.log(y.size());
        double at = f[i];
        double sum = exponentials(r, offsets, epsilon, (at - constant) / epsilon);
        boolean trusted = sum > LEAST_TRUSTED && sum < MOST_TRUSTED;
        if (!trusted && omega > 0) {
            y.products(rows, plan, r);
            double largest = largest(r, offsets, epsilon);
            at = constant - epsilon * largest;
            sum = exponentials(r, offsets, epsilon, -largest);
        }
        double plain = at - epsilon * Math.log(sum);
        double error = Math.abs(Math.expm1((f[i] - plain) / epsilon));
        double moved = trusted ? f[i] + omega * (plain - f[i]) : omega > 0 ? plain : f[i];
        factors[0][r] = (float) Math.exp((moved - at) / epsilon);
        f[i] = moved;
        return error;
    }

    private double exponentials(int r, double[][] offsets, double epsilon, double shift) {
        for (int t = 0; t < plan.length; t++) {
            Gibbs.exponents(plan[t][r], offsets[t], 1 / epsilon, shift);
            Gibbs.exponentials(plan[t][r], lanes);
        }
        return Gibbs.takeSum(lanes);
    }

    private double largest(int r, double[][] offsets, double epsilon) {
        float[] most = new float[SupportTiles.TILE];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int t = 0; t < plan.length; t++) {
            Gibbs.largest(plan[t][r], offsets[t], 1 / epsilon, most);
        }
        return Gibbs.takeLargest(most);
    }

    private void addColumns(double[] sums) {
        double weight = (double) y.size() / x.rows();
        for (int t = 0; t < plan.length; t++) {
            float[] block = blockSums[t][0];
            Arrays.fill(block, 0);
            RowProducts.addProduct(factors, 1, plan[t], blockSums[t]);
            add(block, weight, sums, t * SupportTiles.TILE);
        }
    }

    private void add(float[] block, double weight, double[] sums, int from) {
        for (int j = 0; j < block.length; j++) {
            sums[from + j] += weight * block[j] / weightsY[from + j];
        }
    }

    private double renew(double[] g, double[] sums, double epsilon, double omega) {
        double error = 0;
        for (int j = 0; j < g.length; j++) {
            error += weightsY[j] * Math.abs(sums[j] - 1);
            g[j] -= omega * epsilon * Math.log(sums[j]);
        }
        return error / g.length;
    }

    private double[] offsets(double[] g, double epsilon) {
        double[] offsets = new double[g.length];
        for (int j = 0; j < g.length; j++) {
            offsets[j] = halfSquaresY[j] - g[j] - epsilon * Math.log(weightsY[j]);
        }
        return offsets;
    }

    private void read(int from, int count) {
        int d = x.dimension();
        for (int r = 0; r < count; r++) {
            System.arraycopy(x.values(), (from + r) * d, rows[r], 0, d);
        }
    }

    private static double[] halfSquares(Points points) {
        double[] halves = new double[points.rows()];
        for (int i = 0; i < halves.length; i++) {
            for (int k = 0; k < points.dimension(); k++) {
                double coordinate = points.at(i, k);
                halves[i] += coordinate * coordinate / 2;
            }
        }
        return halves;
    }
}

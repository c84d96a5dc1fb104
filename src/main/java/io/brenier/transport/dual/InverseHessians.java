package io.brenier.transport.dual;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * H⁻¹v for symmetric positive definite H that is known by its products only, row by row with conjugate gradients (Hestenes and Stiefel
 * 1952). A row whose H shows no positive curvature becomes NaN.
 */
final class InverseHessians {

    private static final double TOLERANCE = 1e-5;
    private static final int MOST_ROUNDS_PER_DIMENSION = 3;

    private InverseHessians() {}

    /**
     * H_i⁻¹ v_i.
     *
     * @param products p ↦ H_i p_i for every row
     * @param v [n, d]
     */
    static Points solve(UnaryOperator<Points> products, Points v) {
        int d = v.dimension();
        double[] solution = new double[v.values().length];
        double[] residual = new double[solution.length];
        float[] direction = v.values().clone();
        double[] squares = new double[v.rows()];
        double[] enough = new double[v.rows()];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = direction[i];
        }
        for (int row = 0; row < v.rows(); row++) {
            squares[row] = square(residual, row, d);
            enough[row] = TOLERANCE * TOLERANCE * squares[row];
        }
        boolean atWork = true;
        for (int round = 0; atWork && round < MOST_ROUNDS_PER_DIMENSION * d + 2; round++) {
            float[] product = products.apply(Points.of(direction, v.rows(), d)).values();
            atWork = false;
            for (int row = 0; row < v.rows(); row++) {
                if (squares[row] > enough[row]) {
                    squares[row] = advance(row, d, squares[row], product, direction, residual, solution);
                    atWork |= squares[row] > enough[row];
                }
            }
        }
        float[] result = new float[solution.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) solution[i];
        }
        return Points.of(result, v.rows(), d);
    }

    /** One step of a row; the square of its new residual, 0 where the row has ended. */
    private static double advance(
            int row, int d, double square, float[] product, float[] direction, double[] residual, double[] solution) {
        int from = row * d;
        double curvature = 0;
        for (int k = from; k < from + d; k++) {
            curvature += (double) direction[k] * product[k];
        }
        if (!(curvature > 0)) {
            Arrays.fill(solution, from, from + d, Double.NaN);
            return 0;
        }
        double length = square / curvature;
        for (int k = from; k < from + d; k++) {
            solution[k] += length * direction[k];
            residual[k] -= length * product[k];
        }
        double next = square(residual, row, d);
        for (int k = from; k < from + d; k++) {
            direction[k] = (float) (residual[k] + next / square * direction[k]);
        }
        return next;
    }

    private static double square(double[] vectors, int row, int d) {
        double sum = 0;
        for (int k = row * d; k < (row + 1) * d; k++) {
            sum += vectors[k] * vectors[k];
        }
        return sum;
    }
}

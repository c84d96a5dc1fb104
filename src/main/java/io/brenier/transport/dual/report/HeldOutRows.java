package io.brenier.transport.dual.report;

import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.tensor.Points;

/** What each held-out row adds to a figure, in the units of the samples. */
final class HeldOutRows {

    private final Points source;
    private final Points target;
    private final Standardization sourceUnits;
    private final Standardization targetUnits;
    /** m_s − m_t. */
    private final double[] shift;

    HeldOutRows(StandardProblem problem) {
        this.source = problem.heldOutSource();
        this.target = problem.heldOutTarget();
        this.sourceUnits = problem.sourceUnits();
        this.targetUnits = problem.targetUnits();
        this.shift = new double[problem.dimension()];
        for (int k = 0; k < shift.length; k++) {
            shift[k] = (double) sourceUnits.shift()[k] - targetUnits.shift()[k];
        }
    }

    /** s_s s_t: what a standardised dual is multiplied with. */
    double dualScale() {
        return (double) sourceUnits.scale() * targetUnits.scale();
    }

    /** |m_s − m_t|². */
    double squaredShift() {
        double squared = 0;
        for (double difference : shift) {
            squared += difference * difference;
        }
        return squared;
    }

    /** The rows of E|x|² − 2 E f(x), with {@link #dualOfTarget} and {@link #squaredShift} W2²: 2 s_s⟨m_s − m_t, x′⟩ + s_s²|x′|² − 2 s_s s_t f′(x′). */
    double[] dualOfSource(Score score) {
        return dual(source, sourceUnits.scale(), sourceUnits.scale(), score.potentials());
    }

    /** The rows of E|y|² − 2 E f*(y): −2 s_t⟨m_s − m_t, y′⟩ + s_t²|y′|² − 2 s_s s_t f′*(y′). */
    double[] dualOfTarget(Score score) {
        return dual(target, targetUnits.scale(), -targetUnits.scale(), score.conjugates());
    }

    private double[] dual(Points points, double scale, double signedScale, float[] values) {
        double[] rows = new double[points.rows()];
        for (int i = 0; i < rows.length; i++) {
            double sum = -2 * dualScale() * values[i];
            for (int k = 0; k < shift.length; k++) {
                double coordinate = points.at(i, k);
                sum += coordinate * (2 * signedScale * shift[k] + scale * scale * coordinate);
            }
            rows[i] = sum;
        }
        return rows;
    }

    /** |x − T(x)|² for the standardised images T′(x′). */
    double[] squaredMoves(Points images) {
        double[] rows = new double[source.rows()];
        for (int i = 0; i < rows.length; i++) {
            double squared = 0;
            for (int k = 0; k < shift.length; k++) {
                double move = (double) sourceUnits.scale() * source.at(i, k)
                        - (double) targetUnits.scale() * images.at(i, k)
                        + shift[k];
                squared += move * move;
            }
            rows[i] = squared;
        }
        return rows;
    }

    /** By how much one set of values is above another, times s_s s_t. */
    double[] excess(float[] values, float[] others) {
        double[] rows = new double[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = dualScale() * ((double) values[i] - others[i]);
        }
        return rows;
    }

    static double mean(double[] rows) {
        double sum = 0;
        for (double row : rows) {
            sum += row;
        }
        return sum / rows.length;
    }
}

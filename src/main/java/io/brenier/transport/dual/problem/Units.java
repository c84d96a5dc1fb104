package io.brenier.transport.dual.problem;

import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.tensor.Points;

/**
 * Figures of standardised coordinates in the units of the samples, x = m_s + s_s x′ and y = m_t + s_t y′.
 *
 * @param source m_s and s_s
 * @param target m_t and s_t
 */
public record Units(Standardization source, Standardization target) {

    /** E f + E f* = ⟨m_t, m_s⟩ + s_s⟨m_t, Ex′⟩ + s_t⟨m_s, Ey′⟩ + s_s s_t J′, J′ the standardised dual at the same points. */
    public double dual(Points x, Points y, double standardDual) {
        double means = 0;
        double[] meanX = mean(x);
        double[] meanY = mean(y);
        for (int k = 0; k < meanX.length; k++) {
            double ms = source.shift()[k];
            double mt = target.shift()[k];
            means += mt * (ms + source.scale() * meanX[k]) + target.scale() * ms * meanY[k];
        }
        return means + source.scale() * (double) target.scale() * standardDual;
    }

    /** E|x|² + E|y|² − 2(E f + E f*), put so that large means cancel before they are squared. */
    public double w2Squared(Points x, Points y, double standardDual) {
        double ss = source.scale();
        double st = target.scale();
        double[] meanX = mean(x);
        double[] meanY = mean(y);
        double sum = 0;
        for (int k = 0; k < meanX.length; k++) {
            double difference = (double) source.shift()[k] - target.shift()[k];
            sum += difference * (difference + 2 * ss * meanX[k] - 2 * st * meanY[k]);
        }
        return sum + ss * ss * meanSquare(x) + st * st * meanSquare(y) - 2 * ss * st * standardDual;
    }

    /** x ↦ x, from standardised source coordinates to standardised target coordinates: x′ ↦ (s_s x′ + m_s − m_t) / s_t, and its inverse. */
    public AffinePair identity() {
        int d = source.dimension();
        double stretch = source.scale() / (double) target.scale();
        double[] matrix = new double[d * d];
        double[] inverse = new double[d * d];
        double[] shift = new double[d];
        double[] back = new double[d];
        for (int k = 0; k < d; k++) {
            double difference = (double) source.shift()[k] - target.shift()[k];
            matrix[k * d + k] = stretch;
            inverse[k * d + k] = 1 / stretch;
            shift[k] = difference / target.scale();
            back[k] = -difference / source.scale();
        }
        return new AffinePair(new GaussianMap(matrix, shift), new GaussianMap(inverse, back));
    }

    private static double[] mean(Points points) {
        int d = points.dimension();
        double[] mean = new double[d];
        for (int i = 0; i < points.values().length; i++) {
            mean[i % d] += points.values()[i];
        }
        for (int k = 0; k < d; k++) {
            mean[k] /= points.rows();
        }
        return mean;
    }

    private static double meanSquare(Points points) {
        double sum = 0;
        for (float value : points.values()) {
            sum += (double) value * value;
        }
        return sum / points.rows();
    }
}

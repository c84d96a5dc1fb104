package io.brenier.transport.dual.trainer;

import io.brenier.transport.tensor.Points;

/**
 * v = ∇q(∇p(x)) − x, how far one map fails to undo the other.
 *
 * @param vectors v, [n, d]
 * @param meanSquare mean |v|²
 * @param meanLength mean |v|
 */
record EnotMismatch(Points vectors, double meanSquare, double meanLength) {

    static EnotMismatch of(Points back, Points x) {
        int d = x.dimension();
        float[] v = new float[x.values().length];
        double squares = 0;
        double lengths = 0;
        for (int row = 0; row < x.rows(); row++) {
            double square = 0;
            for (int k = row * d; k < (row + 1) * d; k++) {
                v[k] = back.values()[k] - x.values()[k];
                square += v[k] * v[k];
            }
            squares += square;
            lengths += Math.sqrt(square);
        }
        return new EnotMismatch(Points.of(v, x.rows(), d), squares / x.rows(), lengths / x.rows());
    }

    /** c v. */
    Points scaled(double factor) {
        float[] scaled = vectors.values().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return Points.of(scaled, vectors.rows(), vectors.dimension());
    }

    /** x + c v. */
    Points from(Points x, double factor) {
        float[] moved = x.values().clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (factor * vectors.values()[i]);
        }
        return Points.of(moved, x.rows(), x.dimension());
    }
}

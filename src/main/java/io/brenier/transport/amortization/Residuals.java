package io.brenier.transport.amortization;

import io.brenier.transport.tensor.Points;

/** Differences of points. */
final class Residuals {

    private Residuals() {}

    /** c (a − b). */
    static Points scaled(Points a, Points b, double factor) {
        requireLike(a, b);
        float[] differences = new float[a.values().length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = (float) (factor * (a.values()[i] - b.values()[i]));
        }
        return Points.of(differences, a.rows(), a.dimension());
    }

    /** @throws IllegalArgumentException if they differ in shape */
    static void requireLike(Points a, Points b) {
        if (a.rows() != b.rows() || a.dimension() != b.dimension()) {
            throw new IllegalArgumentException("%s and %s differ in shape".formatted(a, b));
        }
    }
}

package io.brenier.transport.network.curve;

/** The nodes and weights of Gauss and Legendre's rule on [0, 1], exact for polynomials of degree 2n − 1. */
final class GaussLegendre {

    private GaussLegendre() {}

    /** Nodes in the first row, weights in the second, by Newton's method on the Legendre polynomial from Tricomi's guess. */
    static double[][] rule(int n) {
        double[][] rule = new double[2][n];
        for (int i = 0; i < n; i++) {
            double z = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            // Quadratic from a guess good to three digits: six steps are more than enough.
            for (int step = 0; step < 6; step++) {
                double last = 1;
                double p = z;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * z * p - (k - 1) * last) / k;
                    last = p;
                    p = next;
                }
                slope = n * (z * p - last) / (z * z - 1);
                z -= p / slope;
            }
            rule[0][i] = (1 + z) / 2;
            rule[1][i] = 1 / ((1 - z * z) * slope * slope);
        }
        return rule;
    }
}

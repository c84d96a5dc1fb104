package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Points;

/** How much the cost ½|x − y|² varies: what ε is relative to. */
public final class CostSpread {

    private CostSpread() {}

    /**
     * The standard deviation of ½|x − y|² over all pairs of a point of each set, from the sets' moments: n + m points are visited, not n m
     * pairs. With a = ½|x|², b = ½|y|² it is the root of Var a + Var b + Var⟨x, y⟩ − 2 Cov(a, x)·Ey − 2 Cov(b, y)·Ex.
     *
     * @throws IllegalArgumentException if the dimensions differ or a set is empty
     */
    public static double of(Points x, Points y) {
        if (x.dimension() != y.dimension() || x.rows() == 0 || y.rows() == 0) {
            throw new IllegalArgumentException("there is no cost between %s and %s".formatted(x, y));
        }
        Side source = Side.of(x);
        Side target = Side.of(y);
        int d = x.dimension();
        double products = 0;
        double productMean = 0;
        double crossed = 0;
        for (int i = 0; i < d; i++) {
            productMean += source.mean[i] * target.mean[i];
            crossed +=
                    source.halfSquareCovariance[i] * target.mean[i] + target.halfSquareCovariance[i] * source.mean[i];
            for (int j = 0; j < d; j++) {
                products += source.second[i * d + j] * target.second[i * d + j];
            }
        }
        double variance = source.halfSquareVariance
                + target.halfSquareVariance
                + (products - productMean * productMean)
                - 2 * crossed;
        return Math.sqrt(Math.max(0, variance));
    }

    /**
     * Moments of one set.
     *
     * @param mean Ex
     * @param second E xxᵀ
     * @param halfSquareVariance Var ½|x|²
     * @param halfSquareCovariance Cov(½|x|², x)
     */
    private record Side(double[] mean, double[] second, double halfSquareVariance, double[] halfSquareCovariance) {

        static Side of(Points points) {
            int d = points.dimension();
            int n = points.rows();
            double[] mean = new double[d];
            double[] second = new double[d * d];
            double[] withHalfSquare = new double[d];
            double halfSquareMean = 0;
            double halfSquareSecond = 0;
            for (int row = 0; row < n; row++) {
                double halfSquare = 0;
                for (int i = 0; i < d; i++) {
                    double coordinate = points.at(row, i);
                    halfSquare += coordinate * coordinate / 2;
                    mean[i] += coordinate / n;
                    for (int j = 0; j < d; j++) {
                        second[i * d + j] += coordinate * points.at(row, j) / n;
                    }
                }
                halfSquareMean += halfSquare / n;
                halfSquareSecond += halfSquare * halfSquare / n;
                for (int i = 0; i < d; i++) {
                    withHalfSquare[i] += halfSquare * points.at(row, i) / n;
                }
            }
            for (int i = 0; i < d; i++) {
                withHalfSquare[i] -= halfSquareMean * mean[i];
            }
            return new Side(mean, second, halfSquareSecond - halfSquareMean * halfSquareMean, withHalfSquare);
        }
    }
}

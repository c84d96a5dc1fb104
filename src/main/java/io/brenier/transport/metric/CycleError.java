package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/** How far a point is from where it started after the way there and back. */
public final class CycleError {

    private CycleError() {}

    /**
     * E|∇f*(∇f(x)) − x|, in the units of x: 0 if the maps are each other's inverse.
     *
     * @param points x, [n, d]
     * @param returned ∇f*(∇f(x)), [n, d]
     * @throws IllegalArgumentException if the shapes differ or there is no row
     */
    public static double meanDistance(Points points, Points returned) {
        double[] distances = distances(points, returned);
        double sum = 0;
        for (double distance : distances) {
            sum += distance;
        }
        return sum / distances.length;
    }

    /**
     * |∇f*(∇f(xᵢ)) − xᵢ|, row by row.
     *
     * @param points x, [n, d]
     * @param returned ∇f*(∇f(x)), [n, d]
     * @throws IllegalArgumentException if the shapes differ or there is no row
     */
    public static double[] distances(Points points, Points returned) {
        PairedRows.requireSameShape(points, returned);
        int d = points.dimension();
        double[] distances = new double[points.rows()];
        for (int row = 0; row < distances.length; row++) {
            double squared = 0;
            for (int i = row * d; i < (row + 1) * d; i++) {
                double difference = (double) returned.values()[i] - points.values()[i];
                squared += difference * difference;
            }
            distances[row] = Math.sqrt(squared);
        }
        return distances;
    }
}

package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * Few points with weights that stand for many: each of the many goes to the nearest of some starting points, which then move to the mean of
 * theirs (one step of Lloyd's algorithm). In few dimensions this keeps the masses of clusters exactly, where a draw of as many points has
 * them at random.
 *
 * @param centres means of the cells, [k, d]; no cell is empty
 * @param weights parts of the points in each cell, [k]
 */
public record Quantization(Points centres, double[] weights) {

    /**
     * Cells around the first points, which should be a draw.
     *
     * @param points [n, d], in random order
     * @param most the most centres
     */
    public static Quantization of(Points points, int most) {
        int d = points.dimension();
        int count = Math.min(most, points.rows());
        float[][] columns = columns(points, count);
        double[][] sums = new double[count][d];
        int[] members = new int[count];
        float[] distances = new float[count];
        for (int row = 0; row < points.rows(); row++) {
            int cell = row < count ? row : nearest(points, row, columns, distances);
            members[cell]++;
            for (int k = 0; k < d; k++) {
                sums[cell][k] += points.at(row, k);
            }
        }
        List<float[]> centres = new ArrayList<>(count);
        double[] weights = new double[count];
        for (int cell = 0; cell < count; cell++) {
            float[] centre = new float[d];
            for (int k = 0; k < d; k++) {
                centre[k] = (float) (sums[cell][k] / members[cell]);
            }
            centres.add(centre);
            weights[cell] = (double) members[cell] / points.rows();
        }
        return new Quantization(Points.ofRows(centres.toArray(float[][]::new)), weights);
    }

    private static int nearest(Points points, int row, float[][] columns, float[] distances) {
        for (int j = 0; j < distances.length; j++) {
            distances[j] = 0;
        }
        for (int k = 0; k < columns.length; k++) {
            addSquares(points.at(row, k), columns[k], distances);
        }
        int nearest = 0;
        for (int j = 1; j < distances.length; j++) {
            if (distances[j] < distances[nearest]) {
                nearest = j;
            }
        }
        return nearest;
    }

    private static void addSquares(float coordinate, float[] column, float[] distances) {
        for (int j = 0; j < distances.length; j++) {
            float difference = coordinate - column[j];
            distances[j] += difference * difference;
        }
    }

    private static float[][] columns(Points points, int count) {
        float[][] columns = new float[points.dimension()][count];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][j] = points.at(j, k);
            }
        }
        return columns;
    }
}

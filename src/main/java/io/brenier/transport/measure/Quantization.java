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
        NearestCentre nearest = new NearestCentre(points.slice(0, count));
        double[][] sums = new double[count][d];
        int[] members = new int[count];
        for (int row = 0; row < points.rows(); row++) {
            int cell = row < count ? row : nearest.of(points, row);
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
}

package io.brenier.transport.measure.named;

import io.brenier.transport.tensor.Points;
import java.util.random.RandomGenerator;

/**
 * Stored points, each as likely as any other: rows are drawn with replacement. It has no density.
 *
 * @param points [n, d], n ≥ 1
 */
public record EmpiricalMeasure(Points points) implements Measure {

    public EmpiricalMeasure {
        if (points.rows() == 0) {
            throw new IllegalArgumentException("nothing can be drawn from no points");
        }
    }

    @Override
    public int dimension() {
        return points.dimension();
    }

    @Override
    public void draw(RandomGenerator random, double[] row) {
        int drawn = random.nextInt(points.rows());
        for (int k = 0; k < row.length; k++) {
            row[k] = points.at(drawn, k);
        }
    }
}

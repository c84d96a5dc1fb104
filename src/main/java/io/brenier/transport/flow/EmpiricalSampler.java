package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;
import java.util.random.RandomGenerator;

/**
 * Stored points, each as likely as any other: rows are drawn with replacement. It has no density.
 *
 * @param points [n, d], n ≥ 1
 */
public record EmpiricalSampler(Points points) implements Sampler {

    public EmpiricalSampler {
        if (points.rows() == 0) {
            throw new IllegalArgumentException("nothing can be drawn from no points");
        }
    }

    @Override
    public int dimension() {
        return points.dimension();
    }

    @Override
    public Points sample(int rows, long seed) {
        RandomGenerator random = Sampler.generator(seed);
        int[] drawn = new int[rows];
        for (int i = 0; i < rows; i++) {
            drawn[i] = random.nextInt(points.rows());
        }
        return points.select(drawn);
    }
}

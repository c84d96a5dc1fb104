package io.brenier.transport.measure.named;

import java.util.random.RandomGenerator;

/**
 * Uniform on the ball: c + r U^(1/d) z/|z|, U of U[0, 1), z of N(0, I).
 *
 * @param centre c, [d]; not copied
 * @param radius r &gt; 0
 */
public record UniformBall(double[] centre, double radius) implements Measure {

    @Override
    public int dimension() {
        return centre.length;
    }

    @Override
    public void draw(RandomGenerator random, double[] row) {
        double squares = 0;
        while (squares == 0) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextGaussian();
                squares += row[i] * row[i];
            }
        }
        double factor = radius * Math.pow(random.nextDouble(), 1.0 / row.length) / Math.sqrt(squares);
        for (int i = 0; i < row.length; i++) {
            row[i] = centre[i] + factor * row[i];
        }
    }
}

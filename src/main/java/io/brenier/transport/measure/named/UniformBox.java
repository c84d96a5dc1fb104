package io.brenier.transport.measure.named;

import java.util.random.RandomGenerator;

/**
 * Uniform on the box of all x with lowerᵢ ≤ xᵢ &lt; upperᵢ.
 *
 * @param lower [d]; not copied
 * @param upper [d], each above its lower bound; not copied
 */
public record UniformBox(double[] lower, double[] upper) implements Measure {

    public UniformBox {
        if (lower.length == 0 || lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "%d lower and %d upper bounds do not go together".formatted(lower.length, upper.length));
        }
    }

    @Override
    public int dimension() {
        return lower.length;
    }

    @Override
    public void draw(RandomGenerator random, double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
        }
    }
}
